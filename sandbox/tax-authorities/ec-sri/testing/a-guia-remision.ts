import { head, type HeadOptions } from "./head";

export interface GuiaRemisionOptions extends HeadOptions {
  /** dd/mm/aaaa */
  transport?: { from: string; until: string };
  carrier?: { type: string; id: string };
}

/** A guía de remisión for one recipient, with whatever a test wants to be different. */
export function aGuiaRemision(options: GuiaRemisionOptions = {}): string {
  const { transport = { from: "23/11/2026", until: "23/11/2026" }, carrier = { type: "05", id: "1714307103" } } = options;
  return (
    `<?xml version="1.0" encoding="UTF-8"?>\n<guiaRemision id="comprobante" version="1.1.0">${head("06", options)}` +
    `<infoGuiaRemision><dirPartida>Quito</dirPartida><razonSocialTransportista>Ana Pérez</razonSocialTransportista>` +
    `<tipoIdentificacionTransportista>${carrier.type}</tipoIdentificacionTransportista><rucTransportista>${carrier.id}</rucTransportista>` +
    `<fechaIniTransporte>${transport.from}</fechaIniTransporte><fechaFinTransporte>${transport.until}</fechaFinTransporte>` +
    `<placa>PBA1234</placa></infoGuiaRemision><destinatarios><destinatario>` +
    `<identificacionDestinatario>1714307103</identificacionDestinatario><razonSocialDestinatario>Ñandú</razonSocialDestinatario>` +
    `<dirDestinatario>Cumbayá</dirDestinatario><motivoTraslado>Venta</motivoTraslado><detalles><detalle><descripcion>Cajón</descripcion>` +
    `<cantidad>2</cantidad></detalle></detalles></destinatario></destinatarios></guiaRemision>`
  );
}
