type Names = { also?: readonly string[]; lesser?: readonly string[] };

/**
 * What people call Ecuador's provinces and cantons beside the name that the state writes: the short form of a long one, the seat for the
 * canton, an older name. By the statistical office's code. Sources: the cantons' and towns' own official names (INEC) and GeoNames' alternate
 * names; the airports' letters are IATA's.
 */
export const ECUADOR_CALLED: Readonly<Record<string, Names>> = {
  "14": { also: ["Morona"] },
  "19": { also: ["Zamora"] },
  "20": { also: ["Islas Galápagos", "Archipiélago de Colón"] },
  "22": { also: ["Francisco de Orellana"] },
  "23": { also: ["Santo Domingo", "Tsáchilas", "Tsáchila", "Santo Domingo Tsáchila", "Santo Domingo de los Colorados"] },
  "24": { also: ["Península de Santa Elena"] },
  "0101": { also: ["Santa Ana de Cuenca", "Santa Ana de los Cuatro Ríos de Cuenca", "Santa Ana de los Ríos de Cuenca"] },
  "0110": { also: ["San Felipe de Oña"] },
  "0115": { also: ["Ponce Enríquez"] },
  "0203": { also: ["San José de Chimbo"] },
  "0205": { lesser: ["San Miguel de Bolívar"] },
  "0406": { also: ["Huaca"] },
  "0505": { also: ["San Miguel de Salcedo"] },
  "0603": { also: ["Cajabamba"] },
  "0807": { also: ["Río Verde"] },
  "0901": { also: ["Santiago de Guayaquil"] },
  "0902": { also: ["Juján", "Baquerizo Moreno"] },
  "0907": { also: ["Eloy Alfaro Durán"] },
  "0908": { also: ["Velasco Ibarra"] },
  "0919": { also: ["El Salitre", "Urbina Jado"] },
  "0920": { also: ["Yaguachi", "Yaguachi Nuevo"] },
  "0921": { also: ["General Villamil", "General Villamil Playas", "Villamil Playas", "Playas de Villamil"] },
  "0923": { also: ["Marcelino Maridueña"] },
  "0924": { also: ["Lomas de Sargentillo"] },
  "0927": { also: ["Bucay", "General Elizalde"] },
  "1001": { also: ["San Miguel de Ibarra"] },
  "1006": { also: ["Urcuquí"] },
  "1204": { also: ["Pueblo Viejo"] },
  "1210": { also: ["San Jacinto de Buena Fe"] },
  "1301": { also: ["San Gregorio de Portoviejo"] },
  "1314": { lesser: ["Bahía"] },
  "1316": { also: ["Veinticuatro de Mayo"] },
  "1405": { also: ["Méndez", "Santiago de Méndez"] },
  "1403": { also: ["Limón", "Indanza"] },
  "1509": { also: ["Arosemena Tola"] },
  "1701": { also: ["San Francisco de Quito", "Distrito Metropolitano de Quito"] },
  "1707": { also: ["Los Bancos"] },
  "1802": { also: ["Baños", "Baños de Tungurahua"] },
  "1807": { also: ["Pelileo"] },
  "1808": { also: ["Píllaro"] },
  "1905": { also: ["Yanzatza"] },
  "2101": { also: ["Nueva Loja"] },
  "2201": { also: ["Orellana", "Coca", "El Coca", "Puerto Francisco de Orellana"] },
  "2204": { lesser: ["Loreto de Orellana"] },
  "2203": { also: ["Sachas"] },
  "2301": { also: ["Santo Domingo de los Colorados"] },
};

/**
 * The province that a canton lay in until lately, which people still write: Santo Domingo de los Tsáchilas came out of Pichincha and Santa
 * Elena out of Guayas (both in 2007), La Concordia came over from Esmeraldas (2013), Orellana out of Napo (1998), Sucumbíos too (1989).
 */
export const ECUADOR_FORMERLY: Readonly<Record<string, string>> = {
  ...{ "2301": "17", "2302": "08" },
  ...{ "2401": "09", "2402": "09", "2403": "09" },
  ...{ "2201": "15", "2202": "15", "2203": "15", "2204": "15" },
  ...{ "2101": "15", "2102": "15", "2103": "15", "2104": "15", "2106": "15", "2107": "15" },
};
