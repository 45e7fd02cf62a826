/**
 * Ecuador's cantons and parishes with the codes of its statistical office (INEC, División Político-Administrativa, the state of 2025): a canton a
 * line, its seat first, then the rural parishes, behind the bar the urban ones; in brackets what a parish was or is called beside its name, and
 * which of the urban ones lie apart from their city.
 */
export const ECUADOR_PARISHES = `
0101 Cuenca: Cuenca, Baños, Chaucha, Checa (Jidcay), Chiquintad, Cumbe, Llacao, Molleturo, Nulti, Octavio Cordero Palacios (Santa Rosa), Paccha, Quingeo, Ricaurte, San Joaquín, Santa Ana, Sayausí, Sidcay, Sinincay, Tarqui, Turi, Valle, Victoria del Portete (Irquis) | Bellavista, Cañaribamba, El Batán, El Sagrario, El Vecino, Gil Ramírez Dávalos, Huaynacápac, Machángara, Monay, San Blas, San Sebastián, Sucre, Totoracocha, Yanuncay, Hermano Miguel
0102 Girón: Girón, La Asunción, San Gerardo
0103 Gualaceo: Gualaceo, Daniel Córdova Toral (El Oriente), Jadán, Luis Cordero Vega, Mariano Moreno, Remigio Crespo Toral (Gúlag), San Juan, Simón Bolívar (Gañanzol), Zhidmad
0104 Nabón: Nabón, Cochapata, El Progreso (Zhota), Las Nieves (Chaya)
0105 Paute: Paute, Bulán (José Víctor Izquierdo), Chicán (Guillermo Ortega), Dug Dug, El Cabo, Guarainag, San Cristóbal (Carlos Ordóñez Lazo), Tomebamba
0106 Pucará: Pucará, San Rafael de Sharug
0107 San Fernando: San Fernando, Chumblín
0108 Santa Isabel: Santa Isabel (Chaguarurco), Abdón Calderón (La Unión), El Carmen de Pijilí, San Salvador de Cañaribamba, Shaglli
0109 Sígsig: Sígsig, Cuchil (Cutchil), Güel, Jima, Ludo, San Bartolomé, San José de Raranga
0110 Oña: San Felipe de Oña, Susudel
0111 Chordeleg: Chordeleg, La Unión, Luis Galarza Orellana (Delegsol), Principal, San Martín de Puzhio
0112 El Pan: El Pan, San Vicente
0113 Sevilla de Oro: Sevilla de Oro, Amaluza, Palmas
0114 Guachapala: Guachapala
0115 Camilo Ponce Enríquez: Camilo Ponce Enríquez
0201 Guaranda: Guaranda, Facundo Vela, Julio E. Moreno (Catanahuán Grande), Salinas, San Lorenzo, San Luis de Pambil, San Simón (Yacoto), Santa Fe, Simiátug | Ángel Polibio Cháves, Gabriel Ignacio Veintimilla, Guanujo
0202 Chillanes: Chillanes, San José del Tambo (Tambopamba)
0203 Chimbo: San José de Chimbo, Asunción (Asancoto), La Magdalena, San Sebastián, Telimbela
0204 Echeandía: Echeandía
0205 San Miguel: San Miguel, Balsapamba, Bilován, Régulo de Mora, San Pablo (San Pablo de Atenas), San Vicente, Santiago
0206 Caluma: Caluma
0207 Las Naves: Las Naves | Las Mercedes
0301 Azogues: Azogues, Cojitambo, Guapán, Javier Loyola (Chuquipata), Luis Cordero, Pindilig, Rivera, San Miguel, Taday | Aurelio Bayas Martínez, Borrero, San Francisco
0302 Biblián: Biblián, Jerusalén, Nazón (Pampa de Domínguez), San Francisco de Sageo, Turupamba
0303 Cañar: Cañar, Chontamarca, Chorocopte, Ducur, General Morales (Socarte), Gualleturo, Honorato Vásquez (Tambo Viejo), Ingapirca, Juncal, San Antonio, Ventura, Zhud
0304 La Troncal: La Troncal, Manuel J. Calle, Pancho Negro
0305 El Tambo: El Tambo
0306 Déleg: Déleg, Solano
0307 Suscal: Suscal
0401 Tulcán: Tulcán, El Carmelo (El Pun), El Chical, Julio Andrade (Orejuela), Maldonado, Pioter, Santa Martha de Cuba, Tobar Donoso (La Bocana de Camumbí), Tufiño, Urbina (Taya) | González Suárez
0402 Bolívar: Bolívar, García Moreno, Los Andes, Monte Olivo, San Rafael, San Vicente de Pusir
0403 Espejo: El Ángel, El Goaltal, La Libertad (Alizo), San Isidro | 27 de Septiembre
0404 Mira: Mira (Chontahuasi), Concepción, Jijón y Caamaño (Río Blanco), Juan Montalvo (San Ignacio de Quil)
0405 Montúfar: San Gabriel, Chitán de Navarrete, Cristóbal Colón, Fernández Salvador, La Paz, Piartal | González Suárez, San José
0406 San Pedro de Huaca: Huaca, Mariscal Sucre
0501 Latacunga: Latacunga, Aláquez, Belisario Quevedo (Guanailín), Guaytacama, Joseguango Bajo, Mulaló, Once de Noviembre, Poaló, San Juan de Pastocalle, Tanicuchí, Toacaso | Eloy Alfaro (San Felipe), Ignacio Flores (Parque Flores), Juan Montalvo (San Sebastián), La Matriz, San Buenaventura
0502 La Maná: La Maná, Guasaganda, Pucayacu | El Carmen, El Triunfo
0503 Pangua: El Corazón, Moraspungo, Pinllopata, Ramón Campaña
0504 Pujilí: Pujilí, Angamarca, Guangaje, La Victoria, Pilaló, Tingo, Zumbahua
0505 Salcedo: San Miguel, Antonio José Holguín (Santa Lucía), Cusubamba, Mulalillo, Mulliquindil (Santa Ana), Pansaleo
0506 Saquisilí: Saquisilí, Canchagua, Chantilín, Cochapamba
0507 Sigchos: Sigchos, Chugchillán, Isinlivi, Las Pampas, Palo Quemado
0601 Riobamba: Riobamba, Cacha (Machángara), Calpi, Cubijíes, Flores, Licto, Licán, Pungalá, Punín, Quimiag, San Juan, San Luis | Lizarzaburu, Maldonado, Velasco, Veloz, Yaruquíes
0602 Alausí: Alausí, Achupallas, Guasuntos, Huigra, Multitud, Pistishi (Nariz del Diablo), Pumallacta, Sevilla, Sibambe, Tixán
0603 Colta: Villa la Unión (Cajabamba), Cañi, Columbe, Juan de Velasco (Pangor), Santiago de Quito (San Antonio de Quito) | Cajabamba, Sicalpa
0604 Chambo: Chambo
0605 Chunchi: Chunchi, Capzol, Compud, Gonzol, Llagos
0606 Guamote: Guamote, Cebadas, Palmira
0607 Guano: Guano, Guanando, Ilapo, La Providencia, San Andrés, San Gerardo, San Isidro de Patulú, San José del Chazo, Santa Fé de Galán, Valparaiso | El Rosario, La Matriz
0608 Pallatanga: Pallatanga
0609 Penipe: Penipe, Bilbao (Quilluyacu), El Altar, La Candelaria, Matus, Puela, San Antonio de Bayushig
0610 Cumandá: Cumandá
0701 Machala: Machala, El Retiro | La Providencia, Puerto Bolívar, Nueve de Mayo, El Cambio
0702 Arenillas: Arenillas, Carcabón, Chacras, La Cuca, Palmales
0703 Atahualpa: Paccha, Ayapamba, Cordoncillo, Milagro, San José, San Juan de Cerro Azul
0704 Balsas: Balsas, Bellamaría
0705 Chilla: Chilla
0706 El Guabo: El Guabo, Barbones (Sucre), La Iberia, Río Bonito, Tendales (Puerto Tendales)
0707 Huaquillas: Huaquillas | Ecuador, El Paraíso, Hualtaco, Milton Reyes, Unión Lojana
0708 Marcabelí: Marcabelí, El Ingenio
0709 Pasaje: Pasaje, Buenavista, Casacay, Cañaquemada, La Peaña, Progreso, Uzhcurrumi | Bolívar, Loma de Franco, Ochoa León, Tres Cerritos
0710 Piñas: Piñas, Capiro (La Capilla de Capiro), La Bocana, Moromoro (El Vado), Piedras, San Roque (Ambrosio Maldonado), Saracay | La Matriz, La Susaya, Piñas Grande
0711 Portovelo: Portovelo, Curtincapa, Morales, Salatí
0712 Santa Rosa: Santa Rosa, Bellamaría, Bellavista, Jambelí, La Avanzada, San Antonio, Torata, Victoria | Puerto Jelí, Balneario Jambelí (Satélite), Jumón (Satélite), Nuevo Santa Rosa
0713 Zaruma: Zaruma, Abañín, Arcapamba, Guanazán, Guizhaguiña, Huertas, Malvas, Muluncay Grande, Salvias, Sinsao
0714 Las Lajas: La Victoria, El Paraíso, La Libertad, San Isidro | Platanillos, Valle Hermoso
0801 Esmeraldas: Esmeraldas, Camarones (San Vicente), Chinca, Coronel Carlos Concha Torres, Majua, San Mateo, Tabiazo, Tachina, Vuelta Larga | Bartolomé Ruiz (César Franco Carrión), 5 de Agosto, Luis Tello (Las Palmas), Simón Plata Torres
0802 Eloy Alfaro: Valdez (Limones), Anchayacu, Atahualpa (Camarones), Borbón, Colón Eloy del María, La Tola, Luis Vargas Torres (Playa de Oro), Maldonado, Pampanal de Bolívar, San Francisco de Onzole, San José de Cayapas, Santa Lucía de las Peñas, Santo Domingo de Onzole, Selva Alegre, Telembí, Timbiré
0803 Muisne: Muisne, Bolívar, Daule, Galera, Quingue (Olmedo Perdomo Franco), San Francisco, San Gregorio, San José de Chamanga (Chamanga), Sálima
0804 Quinindé: Rosa Zárate (Quinindé), Chura (Chancama; El Yerbero), Cube, La Unión, Malimpia, Viche
0805 San Lorenzo: San Lorenzo, 5 de Junio (Uimbi), Alto Tambo (Guadual), Ancón (Pichangal; Palma Real), Calderón, Carondelet, Concepción, Mataje (Santander), San Javier de Cachaví (San Javier), Santa Rita, Tambillo, Tululbí (Ricaurte), Urbina
0806 Atacames: Atacames, La Unión, Súa (La Bocana), Tonchigüe, Tonsupa
0807 Rioverde: Rioverde, Chontaduro, Chumundé, Lagarto, Montalvo (Horqueta), Rocafuerte
0901 Guayaquil: Guayaquil, Juan Gómez Rendón (Progreso), Morro, Posorja, Puná, Tenguel | Ayacucho, Bolívar (Sagrario), Carbo (Concepción), Febres Cordero, García Moreno, Letamendi, Nueve de Octubre, Olmedo (San Alejo), Roca, Rocafuerte, Sucre, Tarqui, Urdaneta, Ximena, Pascuales
0902 Alfredo Baquerizo Moreno: Alfredo Baquerizo Moreno (Juján)
0903 Balao: Balao
0904 Balzar: Balzar
0905 Colimes: Colimes, San Jacinto
0906 Daule: Daule, Juan Bautista Aguirre (Los Tintos), Laurel, Limonal, Los Lojas (Enrique Baquerizo Moreno) | La Aurora (Satélite), Banife, Emiliano Caicedo Marcos, Magro, Padre Juan Bautista Aguirre, Santa Clara, Vicente Piedrahita
0907 Durán: Eloy Alfaro (Durán) | El Recreo
0908 El Empalme: Velasco Ibarra (El Empalme), El Rosario, Guayas (Pueblo Nuevo)
0909 El Triunfo: El Triunfo
0910 Milagro: Milagro, Chobo, Mariscal Sucre (Huaques), Roberto Astudillo (Cruce de Venecia)
0911 Naranjal: Naranjal, Jesús María, San Carlos, Santa Rosa de Flandes, Taura
0912 Naranjito: Naranjito
0913 Palestina: Palestina
0914 Pedro Carbo: Pedro Carbo, Sabanilla, Valle de la Virgen
0916 Samborondón: Samborondón, Tarifa | La Puntilla (Satélite)
0918 Santa Lucía: Santa Lucía
0919 Salitre: El Salitre (Las Ramas), General Vernaza, Junquillal, La Victoria (Ñauza) | Bocana, Candilejos, Central, Paraíso, San Mateo
0920 San Jacinto de Yaguachi: San Jacinto de Yaguachi, General Pedro J. Montero, Virgen de Fátima, Yaguachi Viejo (Cone)
0921 Playas: General Villamil (Playas)
0922 Simón Bolívar: Simón Bolívar, Coronel Lorenzo de Garaycoa
0923 Coronel Marcelino Maridueña: Coronel Marcelino Maridueña (San Carlos)
0924 Lomas de Sargentillo: Lomas de Sargentillo
0925 Nobol: Narcisa de Jesús
0927 General Antonio Elizalde: General Antonio Elizalde (Bucay)
0928 Isidro Ayora: Isidro Ayora
1001 Ibarra: San Miguel de Ibarra, Ambuquí, Angochagua, La Carolina, La Esperanza, Lita, Salinas, San Antonio | Caranqui, Guayaquil de Alpachaca, Sagrario, San Francisco, La Dolorosa del Priorato
1002 Antonio Ante: Atuntaqui, Imbaya (San Luis de Cobuendo), San Francisco de Natabuela, San José de Chaltura, San Roque | Andrade Marín (Lourdes)
1003 Cotacachi: Cotacachi, Apuela, García Moreno (Llurimagua), Imantag, Peñaherrera, Plaza Gutiérrez (Calvario), Quiroga, Seis de Julio de Cuellaje, Vacas Galindo (El Churo; San Miguel Alto) | Sagrario, San Francisco
1004 Otavalo: Otavalo, Dr. Miguel Egas Cabezas (Peguche), Eugenio Espejo (Calpaquí), González Suárez, Pataquí, San José de Quichinche, San Juan de Ilumán, San Pablo, San Rafael, Selva Alegre (San Miguel de Pamplona) | Jordán, San Luis
1005 Pimampiro: Pimampiro, Chugá, Mariano Acosta, San Francisco de Sigsipamba
1006 San Miguel de Urcuquí: Urcuquí, Cahuasquí, La Merced de Buenos Aires, Pablo Arenas, San Blas, Tumbabiro
1101 Loja: Loja, Chantaco, Chuquiribamba, El Cisne, Gualel, Jimbilla, Malacatos (Valladolid), Quinara, San Lucas, San Pedro de Vilcabamba, Santiago, Taquil (Miguel Riofrío), Vilcabamba (Victoria), Yangana (Arsenio Castillo) | El Sagrario, San Sebastián, Sucre, Valle
1102 Calvas: Cariamanga, Colaisaca, El Lucero, Sanguillín, Utuana | Chile, San Vicente
1103 Catamayo: Catamayo (La Toma), El Tambo, Guayquichuma, San Pedro de la Bendita, Zambi | San José
1104 Celica: Celica, Cruzpamba (Carlos Bustamante), Pózul (San Juan de Pozul), Sabanilla, Teniente Maximiliano Rodríguez Loaiza
1105 Chaguarpamba: Chaguarpamba, Amarillos, Buenavista, El Rosario, Santa Rufina
1106 Espíndola: Amaluza, 27 de Abril (La Naranja), Bellavista, El Airo, El Ingenio, Jimbura, Santa Teresita
1107 Gonzanamá: Gonzanamá, Changaimina (La Libertad), Nambacola, Purunuma (Eguiguren), Sacapalca
1108 Macará: Macará, La Victoria, Larama, Sabiango (La Capilla) | General Eloy Alfaro (San Sebastián)
1109 Paltas: Catacocha, Cangonamá, Casanga, Guachanamá, Lauro Guerrero, Orianga, San Antonio, Yamana | Lourdes
1110 Puyango: Alamor, Ciano, El Arenal, El Limo (Mariana de Jesús), Mercadillo, Vicentino
1111 Saraguro: Saraguro, El Paraíso de Celen, El Tablón, Lluzhapa, Manú, San Antonio de Qumbe (Cumbe), San Pablo de Tenta, San Sebastián de Yúluc, Selva Alegre, Sumaypamba, Urdaneta (Paquishapa)
1112 Sozoranga: Sozoranga, Nueva Fátima, Tacamoros
1113 Zapotillo: Zapotillo, Bolaspamba, Cazaderos, Garzareal, Limones, Mangahurco (Cazaderos), Paletillas
1114 Pindal: Pindal, 12 de Diciembre (Achiotes), Chaquinal, Milagros
1115 Quilanga: Quilanga, Fundochamba, San Antonio de las Aradas (Las Aradas)
1116 Olmedo: Olmedo, La Tingue
1201 Babahoyo: Babahoyo, Caracol, Febres Cordero (Las Juntas), La Unión, Pimocha | Clemente Baquerizo, Dr. Camilo Ponce, Barreiro, El Salto
1202 Baba: Baba, Guare, Isla de Bejucal
1203 Montalvo: Montalvo, La Esmeralda
1204 Puebloviejo: Puebloviejo, Puerto Pechiche, San Juan
1205 Quevedo: Quevedo, La Esperanza, San Carlos | San Camilo, San José, Guayacán, Nicolás Infante Díaz, San Cristóbal, Siete de Octubre, 24 de Mayo, Venus del Río Quevedo, Viva Alfaro
1206 Urdaneta: Catarama, Ricaurte
1207 Ventanas: Ventanas, Chacarita, Los Ángeles, Zapotal | 10 de Noviembre
1208 Vinces: Vinces, Antonio Sotomayor (Playas de Vinces)
1209 Palenque: Palenque
1210 Buena Fe: San Jacinto de Buena Fe, Patricia Pilar | 7 de Agosto, 11 de Octubre
1211 Valencia: Valencia
1212 Mocache: Mocache
1213 Quinsaloma: Quinsaloma
1301 Portoviejo: Portoviejo, Abdón Calderón (San Francisco), Alhajuela (Bajo Grande), Chirijos, Crucita, Pueblo Nuevo, Riochico (Río Chico), San Plácido | 12 de Marzo, Colón, Picoazá, San Pablo, Andrés de Vera, Francisco Pacheco, 18 de Octubre, Simón Bolívar
1302 Bolívar: Calceta, Membrillo, Quiroga
1303 Chone: Chone, Boyacá, Canuto, Chibunga, Convento, Eloy Alfaro, Ricaurte, San Antonio | Santa Rita
1304 El Carmen: El Carmen, El Paraíso la 14, San Pedro de Suma, Santa María, Wilfrido Loor Moreira (Maicito) | 4 de Diciembre
1305 Flavio Alfaro: Flavio Alfaro, San Francisco de Novillo, Zapallo
1306 Jipijapa: Jipijapa, América, El Anegado (Eloy Alfaro), Julcuy, La Unión, Membrillal, Pedro Pablo Gómez, Puerto Cayo | Dr. Miguel Morán Lucio, Manuel Inocencio Parrales y Guale, San Lorenzo de Jipijapa
1307 Junín: Junín
1308 Manta: Manta, San Lorenzo, Santa Marianita (Boca de Pacoche) | Los Esteros, San Mateo, Tarqui, Eloy Alfaro
1309 Montecristi: Montecristi, La Pila | Anibal San Andrés, El Colorado, General Eloy Alfaro, Leonidas Proaño
1310 Paján: Paján, Campozano (La Palma de Paján), Cascol, Guale, Lascano
1311 Pichincha: Pichincha, Barraganete, San Sebastián
1312 Rocafuerte: Rocafuerte, Sosote
1313 Santa Ana: Santa Ana de Vuelta Larga, Ayacucho, Honorato Vásquez (Vásquez), La Unión, San Pablo (Pueblo Nuevo) | Santa Ana, Lodana
1314 Sucre: Bahía de Caráquez, Charapotó, San Isidro | Leonidas Plaza Gutiérrez
1315 Tosagua: Tosagua, Bachillero, Ángel Pedro Giler (La Estancilla)
1316 24 de Mayo: Sucre, Arquitecto Sixto Durán Ballén, Bellavista, Noboa
1317 Pedernales: Pedernales, Atahualpa, Cojimíes, Diez de Agosto
1318 Olmedo: Olmedo
1319 Puerto López: Puerto López, Machalilla, Salango
1320 Jama: Jama
1321 Jaramijó: Jaramijó
1322 San Vicente: San Vicente, Canoa
1401 Morona: Macas, Alshi (9 de Octubre), Cuchaentza, General Proaño, Río Blanco, San Isidro, Sinaí, Zuña (Zúñac)
1402 Gualaquiza: Gualaquiza, Amazonas (Rosario de Cuyes), Bermejos, Bomboíza, Chigüinda, El Ideal, El Rosario, Nueva Tarqui, San Miguel de Cuyes | Mercedes Molina
1403 Limón Indanza: General Leonidas Plaza Gutiérrez (Limón), Indanza, San Antonio (San Antonio Centro), San Miguel de Conchay, Santa Susana de Chiviaza (Chiviaza), Yunganza (El Rosario)
1404 Palora: Palora (Metzera), 16 de Agosto, Arapicos, Cumandá (Colonia Agrícola Sevilla del Oro), Sangay (Nayamanaca)
1405 Santiago: Santiago de Méndez, Chupianza, Copal, Patuca, San Francisco de Chinimbimi, San Luis de el Acho (El Acho), Tayuza
1406 Sucúa: Sucúa, Asunción, Huambi, Santa Marianita de Jesús
1407 Huamboya: Huamboya, Chiguaza
1408 San Juan Bosco: San Juan Bosco, Pan de Azúcar, San Carlos de Limón, San Jacinto de Wakambeis, Santiago de Pananza
1409 Taisha: Taisha, Huasaga (Wampuik), Macuma, Pumpuentsa, Tuutinentsa
1410 Logroño: Logroño, Shimpis, Yaupi
1411 Pablo Sexto: Pablo Sexto
1412 Tiwintza: Santiago, San José de Morona
1413 Sevilla Don Bosco: Sevilla Don Bosco
1501 Tena: Tena, Ahuano, Chontapunta, Pano, Puerto Misahuallí, Puerto Napo, San Juan de Muyuna, Tálag
1503 Archidona: Archidona, Cotundo, Hatun Sumaku, San Pablo de Ushpayacu
1504 El Chaco: El Chaco, Gonzalo Díaz de Pineda (El Bombón), Linares, Oyacachi, Santa Rosa, Sardinas
1507 Quijos: Baeza, Cosanga, Cuyuja, Papallacta, San Francisco de Borja (Virgilio Dávila), Sumaco
1509 Carlos Julio Arosemena Tola: Carlos Julio Arosemena Tola
1601 Pastaza: Puyo, Canelos, Diez de Agosto, El Triunfo, Fátima, Montalvo (Andoas), Pomona, Río Corrientes, Río Tigre, Sarayacu, Simón Bolívar (Mushullacta), Tarqui, Teniente Hugo Ortiz, Veracruz (Indillama; Indillama)
1602 Mera: Mera, Madre Tierra, Shell
1603 Santa Clara: Santa Clara, San José
1604 Arajuno: Arajuno, Curaray
1701 Quito: Quito, Alangasí, Amaguaña, Atahualpa, Calacalí, Calderón, Chavezpamba, Checa, Conocoto, Cumbayá, El Quinche, Gualea, Guangopolo, Guayllabamba, La Merced, Llano Chico, Lloa, Nanegal, Nanegalito, Nayón, Nono, Pacto, Perucho, Pifo, Pomasqui, Puembo, Puéllaro, Píntag, San Antonio, San José de Minas, Tababela, Tumbaco, Yaruquí, Zámbiza | Belisario Quevedo, Carcelén, Centro Histórico, Cochapamba, Comité del Pueblo, Cotocollao, Chilibulo, Chillogallo, Chimbacalle, El Condado, Guamaní, Iñaquito, Itchimbía, Jipijapa, Kennedy, La Argelia, La Concepción, La Ecuatoriana, La Ferroviaria, La Libertad, La Magdalena, La Mena, Mariscal Sucre, Ponceano, Puengasí, Quitumbe, Rumipamba, San Bartolo, San Isidro del Inca, San Juan, Solanda, Turubamba
1702 Cayambe: Cayambe, Ascázubi, Cangahua, Juan Montalvo, Olmedo (Pesillo), Otón, San José de Ayora, Santa Rosa de Cuzubamba | Ayora
1703 Mejía: Machachi, Aloag, Aloasí, Cutuglahua, El Chaupi, Manuel Cornejo Astorga (Tandapi), Tambillo, Uyumbicho
1704 Pedro Moncayo: Tabacundo, La Esperanza, Malchinguí, Tocachi, Tupigachi
1705 Rumiñahui: Sangolquí, Cotogchoa, Rumipamba | San Pedro de Taboada, San Rafael
1707 San Miguel de los Bancos: San Miguel de los Bancos, Mindo
1708 Pedro Vicente Maldonado: Pedro Vicente Maldonado
1709 Puerto Quito: Puerto Quito
1801 Ambato: Ambato, Ambatillo, Atahualpa (Chisalata), Augusto N. Martínez (Mundugleo), Constantino Fernández (Cullitahua), Cunchibamba, Huachi Grande, Izamba, Juan Benigno Vela, Montalvo, Pasa, Picaihua, Pilagüín (Pilahüín), Quisapincha (Quizapincha), San Bartolomé de Pinllo, San Fernando (Pasa San Fernando), Santa Rosa, Totoras, Unamuncho | Atocha – Ficoa, Celiano Monge, Huachi Chico, Huachi Loreto, La Merced, La Península, Matriz, Pishilata, San Francisco
1802 Baños de Agua Santa: Baños, Lligua, Río Negro, Río Verde, Ulba
1803 Cevallos: Cevallos
1804 Mocha: Mocha, Pinguilí
1805 Patate: Patate, El Triunfo, Los Andes (Poatug), Sucre (Sucre-patate Urcu)
1806 Quero: Quero, Rumipamba, Yanayacu Mochapata (Yanayacu)
1807 San Pedro de Pelileo: Pelileo, Benítez (Pachanlica), Bolívar, Chiquicha (Chiquicha Grande), Cotaló, El Rosario (Rumichaca), García Moreno (Chumaqui), Guambaló (Huambaló), Salasaca | Pelileo Grande
1808 Santiago de Píllaro: Píllaro, Baquerizo Moreno, Emilio María Terán (Rumipamba), Marcos Espinel (Chacata), Presidente Urbina (Chagrapamba -patzucul), San Andrés, San José de Poaló, San Miguelito | Ciudad Nueva
1809 Tisaleo: Tisaleo, Quinchicoto
1901 Zamora: Zamora, Cumbaratza, Guadalupe, Imbana (La Victoria de Imbana), Sabanilla, San Carlos de las Minas, Timbara | El Limón
1902 Chinchipe: Zumba, Chito, El Chorro, La Chonta, Pucapamba, San Andrés
1903 Nangaritza: Guayzimi, Nankais, Nuevo Paraíso, Zurmi
1904 Yacuambi: 28 de Mayo (San José de Yacuambi), La Paz, Tutupali
1905 Yantzaza: Yantzaza (Yanzatza), Chicaña, Los Encuentros
1906 El Pangui: El Pangui, El Guisme, Pachicutza, Tundayme
1907 Centinela del Cóndor: Zumbi, Panguintza, Triunfo Dorado
1908 Palanda: Palanda, El Porvenir del Carmen, La Canela, San Francisco del Vergel, Valladolid
1909 Paquisha: Paquisha, Bellavista, Nuevo Quito
2001 San Cristóbal: Puerto Baquerizo Moreno, El Progreso, Isla Santa María Floreana
2002 Isabela: Puerto Villamil, Tomás de Berlanga (Santo Tomás)
2003 Santa Cruz: Puerto Ayora, Bella Vista, Santa Rosa
2101 Lago Agrio: Nueva Loja, 10 de Agosto, Dureno, El Eno, General Farfán, Jambelí, Pacayacu, Santa Cecilia
2102 Gonzalo Pizarro: Gonzalo Pizarro, El Reventador, Lumbaquí, Puerto Libre
2103 Putumayo: Puerto El Carmen de Putumayo, Palma Roja, Puerto Bolívar (Puerto Montúfar), Puerto Rodríguez, Sansahuari, Santa Elena
2104 Shushufindi: Shushufindi, La Magdalena, La Primavera, Limoncocha, Pañacocha, San Pedro de los Cofánes, San Roque (San Vicente), Siete de Julio
2105 Sucumbíos: La Bonita, El Playón de San Francisco, La Sofía, Rosa Florida, Santa Bárbara
2106 Cascales: El Dorado de Cascales, Nueva Troncal, Santa Rosa de Sucumbíos, Sevilla
2107 Cuyabeno: Tarapoa, Aguas Negras, Cuyabeno
2201 Francisco de Orellana: Puerto Francisco de Orellana (El Coca), Alejandro Labaka, Dayuma, El Dorado, El Edén, García Moreno, Inés Arango (Western), La Belleza, Nuevo Paraíso, San José de Guayusa, San Luis de Armenia, Taracoa (Nueva Esperanza: Yuca)
2202 Aguarico: Nuevo Rocafuerte, Capitán Augusto Rivadeneyra, Cononaco, Santa María de Huiririma, Yasuní | Tipitini
2203 La Joya de los Sachas: La Joya de los Sachas, Enokanqui, Lago San Pedro, Pompeya, Rumipamba, San Carlos, San Sebastián del Coca, Tres de Noviembre, Unión Milagreña
2204 Loreto: Loreto, Puerto Murialdo, San José de Dahuano, San José de Payamino, San Vicente de Huaticocha, Ávila (Huiruno)
2301 Santo Domingo: Santo Domingo de los Colorados, Alluriquín, El Esfuerzo, Luz de América, Puerto Limón, San Jacinto del Búa, Santa María del Toachi, Valle Hermoso | Abraham Calazacón, Bombolí, Chiguilpe, Río Toachi, Río Verde, Zaracay
2302 La Concordia: La Concordia, La Villegas, Monterrey, Plan Piloto
2401 Santa Elena: Santa Elena, Atahualpa, Chanduy, Colonche, Manglaralto, San José de Ancón, Simón Bolívar (Julio Moreno) | Ballenita
2402 La Libertad: La Libertad
2403 Salinas: Salinas, Anconcito, José Luis Tamayo (Muey) | Carlos Espinoza Larrea, Gral. Alberto Enríquez Gallo, Vicente Rocafuerte, Santa Rosa
`;
