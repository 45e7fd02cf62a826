/**
 * Beaches, villages and large sectors that people give as their town, by the canton and the parish that they lie in. They are in no official
 * list; municipalities and tourism boards name them so. Only names that no second city has.
 */
export const ECUADOR_SECTORS = `
0803 Bolívar: Mompiche
0806 Atacames: Same
0901 Guayaquil: Urdesa, Alborada, La Garzota, Sauces, Samanes, Los Ceibos, Kennedy Norte, Guasmo Sur, Guasmo Norte, Guasmo Central, Bastión Popular, Flor de Bastión, Mapasingue Este, Mapasingue Oeste, Isla Trinitaria, Monte Sinaí, Mucho Lote, Puerto Azul, Puerto Santa Ana
0906 La Aurora: Villa Club
0916 La Puntilla: Entre Ríos, Ciudad Celeste, Isla Mocolí
1319 Puerto López: Ayampe
1701 Quito: La Carolina, La Mariscal, El Batán, El Inca, La Gasca, Monteserrín, Carcelén Alto, Carcelén Bajo, Chiriyacu, Villaflora, Nueva Aurora
1701 Calderón: Carapungo, Llano Grande
1701 San Antonio: Mitad del Mundo
1701 Conocoto: La Armenia
1701 Cumbayá: Lumbisí
1701 Tumbaco: La Morita
2401 Manglaralto: Montañita, Olón
2401 Colonche: Ayangue
2401 Santa Elena: Punta Blanca
2403 Salinas: Chipipe, Punta Carnero
`;
