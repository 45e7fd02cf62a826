/** The authority's message: what both services answer with. */
export interface Message {
  identificador: string;
  mensaje: string;
  informacionAdicional: string;
  tipo: "ERROR" | "ADVERTENCIA";
}

const texts: Readonly<Record<string, string>> = {
  "27": "CLASE NO PERMITIDA",
  "28": "ACUERDO DE MEDIOS ELECTRONICOS NO ACEPTADO",
  "35": "ARCHIVO NO CUMPLE ESTRUCTURA XML",
  "36": "VERSION ESQUEMA DESCONTINUADA",
  "37": "RUC SIN AUTORIZACION DE EMISION",
  "39": "FIRMA INVALIDA",
  "40": "ERROR EN EL CERTIFICADO",
  "43": "CLAVE ACCESO REGISTRADA",
  "45": "ERROR SECUENCIAL REGISTRADO",
  "46": "RUC NO EXISTE",
  "47": "TIPO DE COMPROBANTE NO EXISTE",
  "48": "ESQUEMA XSD NO EXISTE",
  "49": "ARGUMENTOS QUE ENVIAN AL WS NULOS",
  "50": "ERROR INTERNO GENERAL",
  "52": "ERROR EN DIFERENCIAS",
  "56": "ESTABLECIMIENTO CERRADO",
  "57": "AUTORIZACION SUSPENDIDA",
  "58": "ERROR EN LA ESTRUCTURA DE CLAVE ACCESO",
  "59": "IDENTIFICACION NO EXISTE",
  "60": "AMBIENTE INCORRECTO",
  "62": "IDENTIFICACION INCORRECTA",
  "63": "RUC CLAUSURADO",
  "65": "FECHA DE EMISION EXTEMPORANEA",
  "67": "FECHA INVALIDA",
  "68": "DOCUMENTO SUSTENTO",
  "70": "CLAVE DE ACCESO EN PROCESAMIENTO",
  "82": "ERROR EN LA FECHA DE INICIO DE TRANSPORTE",
  "99": "ERROR AL CONSULTAR DATOS DEL SERVICIO WEB",
  "3000": "ERROR_FORMATO",
};

export function message(identificador: string, informacionAdicional = "", tipo: Message["tipo"] = "ERROR"): Message {
  return { identificador, mensaje: texts[identificador] ?? `ERROR ${identificador}`, informacionAdicional, tipo };
}
