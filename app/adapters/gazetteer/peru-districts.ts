/**
 * Peru's provinces with their districts, by the codes of its statistical office (INEI, ubigeo, 1,892 districts): a province a line; in brackets what a district is
 * called as well. Behind "@" latitude
 * and longitude of those that GeoNames has no town of, from the table ubigeo-peru-aumentado of Jesús M. Castagnetto (MIT).
 */
export const PERU_DISTRICTS = `
0101 Chachapoyas: Chachapoyas, Asunción @-6.03 -77.71, Balsas, Cheto, Chiliquín @-6.08 -77.74, Chuquibamba, Granada, Huancas, La Jalca, Leimebamba @-6.71 -77.80, Levanto, Magdalena, Mariscal Castilla @-6.59 -77.81, Molinopampa @-6.21 -77.67, Montevideo, Olleros, Quinjalca, San Francisco de Daguas @-6.23 -77.74, San Isidro de Maino @-6.34 -77.88, Soloco, Sonche @-6.22 -77.78
0102 Bagua: Bagua, Aramango, Copallín @-5.67 -78.42, El Parco @-5.63 -78.48, Imaza @-5.16 -78.29, La Peca
0103 Bongará: Jumbilla @-5.90 -77.80, Chisquilla, Churuja, Corosha @-5.84 -77.82, Cuispes, Florida @-5.83 -77.97, Jazan @-5.94 -77.98, Recta @-5.92 -77.79, San Carlos, Shipasbamba @-5.91 -77.98, Valera @-6.04 -77.92, Yambrasbamba
0104 Condorcanqui: Nieva @-4.59 -77.86, El Cenepa @-4.46 -78.16, Río Santiago @-4.02 -77.76
0105 Luya: Lámud, Camporredondo @-6.21 -78.32, Cocabamba, Colcamar, Conila @-6.16 -78.14, Inguilpata, Longuita, Lonya Chico, Luya, Luya Viejo @-6.13 -78.08, María @-6.43 -77.96, Ocalli @-6.24 -78.27, Ocumal @-6.28 -78.21, Pisuquia @-6.45 -78.09, Providencia, San Cristóbal @-6.10 -77.96, San Francisco del Yeso @-6.65 -77.81, San Jerónimo @-6.06 -77.97, San Juan de Lopecancha @-6.50 -77.86, Santa Catalina, Santo Tomás @-6.57 -77.87, Tingo, Trita @-6.15 -77.98
0106 Rodríguez de Mendoza: San Nicolas @-6.40 -77.48, Chirimoto @-6.52 -77.44, Cochamal, Huambo, Limabamba @-6.50 -77.50, Longar, Mariscal Benavides @-6.39 -77.50, Milpuc, Omia, Santa Rosa, Totora, Vista Alegre
0107 Utcubamba: Bagua Grande, Cajaruro, Cumba, El Milagro @-5.64 -78.56, Jamalca, Lonya Grande, Yamón @-6.05 -78.53
0201 Huaraz: Huaraz, Cochabamba, Colcabamba, Huanchay, Independencia @-9.51 -77.53, Jangas, La Libertad @-9.63 -77.74, Olleros, Pampas, Pariacoto, Pira, Tarica
0202 Aija: Aija, Coris, Huacllán, La Merced, Succha
0203 Antonio Raymondi: Llamellín @-9.10 -77.02, Aczo, Chaccho, Chingas, Mirgas, San Juan de Rontoy
0204 Asuncion: Chacas, Acochaca
0205 Bolognesi: Chiquián @-10.15 -77.16, Abelardo Pardo Lezameta @-10.30 -77.15, Antonio Raymondi @-10.16 -77.47, Aquia, Cajacay, Canis, Colquioc @-10.31 -77.62, Huallanca, Huasta, Huayllacayán, La Primavera @-10.34 -77.13, Mangas, Pacllón @-10.23 -77.07, San Miguel de Corpanqui @-10.29 -77.20, Ticllos
0206 Carhuaz: Carhuaz, Acopampa, Amashca, Anta, Ataquero @-9.26 -77.69, Marcará, Pariahuanca @-9.37 -77.58, San Miguel de Aco @-9.37 -77.56, Shilla, Tinco, Yungar
0207 Carlos Fermin Fitzcarrald: San Luis, San Nicolás, Yauya
0208 Casma: Casma, Buena Vista Alta, Comandante Noel @-9.46 -78.38, Yaután
0209 Corongo: Corongo, Aco, Bambas, Cusca, La Pampa, Yánac, Yupán
0210 Huari: Huari, Anra, Cajay, Chavín de Huántar @-9.59 -77.18, Huacachi, Huacchis, Huachis, Huántar, Masín, Paucas, Ponto, Rahuapampa, Rapayán, San Marcos, San Pedro de Chaná @-9.40 -77.01, Uco
0211 Huarmey: Huarmey, Cochapeti, Culebras @-9.95 -78.22, Huayán, Malvas
0212 Huaylas: Caraz, Huallanca, Huata, Huaylas, Mato @-8.96 -77.84, Pamparomás, Pueblo Libre, Santa Cruz @-8.95 -77.81, Santo Toribio, Yuracmarca
0213 Mariscal Luzuriaga: Piscobamba @-8.87 -77.36, Casca, Eleazar Guzman Barron @-8.90 -77.24, Fidel Olivas Escudero @-8.81 -77.28, Llama, Llumpa @-8.96 -77.37, Lucma, Musga
0214 Ocros: Ocros, Acas, Cajamarquilla, Carhuapampa @-10.50 -77.24, Cochas @-10.54 -77.42, Congas, Llipa, San Cristóbal de Raján @-10.39 -77.22, San Pedro @-10.37 -77.49, Santiago de Chilcas
0215 Pallasca: Cabana, Bolognesi, Conchucos, Huacaschuque, Huandoval, Lacabamba, Llapo, Pallasca, Pampas, Santa Rosa, Tauca
0216 Pomabamba: Pomabamba, Huayllán, Parobamba, Quinuabamba
0217 Recuay: Recuay, Cátac, Cotaparaco, Huayllapampa, Llacllín, Marca, Pampas Chico, Pararín, Tapacocha, Ticapampa
0218 Santa: Chimbote, Cáceres del Perú @-9.01 -78.14, Coishco, Macate, Moro, Nepeña, Samanco, Santa, Nuevo Chimbote @-9.13 -78.53
0219 Sihuas: Sihuas, Acobamba, Alfonso Ugarte @-8.46 -77.43, Cashapampa, Chingalpo @-8.34 -77.60, Huayllabamba, Quiches, Ragash, San Juan @-8.65 -77.58, Sicsibamba @-8.62 -77.54
0220 Yungay: Yungay, Cascapara, Mancos, Matacoto, Quillo, Ranrahirca, Shupluy, Yanama
0301 Abancay: Abancay, Chacoche, Circa, Curahuasi, Huanipaca, Lambrama, Pichirhua, San Pedro de Cachora, Tamburco
0302 Andahuaylas: Andahuaylas, Andarapa, Chiara, Huancarama, Huancaray, Huayana, Kishuara, Pacobamba, Pacucha, Pampachiri, Pomacocha, San Antonio de Cachi @-13.77 -73.60, San Jerónimo, San Miguel de Chaccrampa @-13.96 -73.61, Santa María de Chicmo, Talavera, Tumay Huaraca @-14.05 -73.57, Turpo, Kaquiabamba @-13.53 -73.29, José María Arguedas @-13.73 -73.35
0303 Antabamba: Antabamba, El Oro @-14.21 -73.06, Huaquirca, Juan Espinoza Medrano @-14.43 -72.92, Oropesa, Pachaconas, Sabaino
0304 Aymaraes: Chalhuanca, Capaya, Caraybamba, Chapimarca, Colcabamba, Cotaruse, Huayllo, Justo Apu Sahuaraura @-14.15 -73.17, Lucre, Pocohuanca, San Juan de Chacña, Sañayca, Soraya, Tapairihua, Tintay, Toraya, Yanaca
0305 Cotabambas: Tambobamba, Cotabambas, Coyllurqui, Haquira, Mara, Challhuahuacho
0306 Chincheros: Chincheros, Anco-huallo @-13.53 -73.67, Cocharcas, Huaccana, Ocobamba, Ongoy, Uranmarca, Ranracancha, Rocchacc, El Porvenir @-13.40 -73.59, Los Chankas @-13.44 -73.82, Ahuayro
0307 Grau: Chuquibambilla, Curpahuasi, Gamarra @-13.87 -72.51, Huayllati, Mamara, Micaela Bastidas @-14.12 -72.61, Pataypampa, Progreso, San Antonio, Santa Rosa, Turpay, Vilcabamba, Virundo @-14.25 -72.68, Curasco
0401 Arequipa: Arequipa, Alto Selva Alegre @-16.38 -71.52, Cayma, Cerro Colorado @-16.38 -71.56, Characato, Chiguata, Jacobo Hunter, La Joya, Mariano Melgar, Miraflores, Mollebaya, Paucarpata, Pocsi, Polobaya, Quequeña, Sabandia, Sachaca, San Juan de Siguas @-16.35 -72.13, San Juan de Tarucani @-16.18 -71.06, Santa Isabel de Siguas @-16.32 -72.10, Santa Rita de Siguas, Socabaya, Tiabaya, Uchumayo, Vítor, Yanahuara, Yarabamba, Yura, José Luis Bustamante y Rivero @-16.43 -71.52
0402 Camaná: Camaná, José María Quimper @-16.60 -72.73, Mariano Nicolas Valcarcel @-16.03 -73.17, Mariscal Cáceres @-16.62 -72.74, Nicolas de Pierola @-16.57 -72.72, Ocoña, Quilca, Samuel Pastor @-16.61 -72.70
0403 Caravelí: Caravelí @-15.77 -73.37, Acarí, Atico, Atiquipa, Bella Unión, Cahuacho, Chala, Chaparra @-15.81 -73.97, Huanuhuanu @-15.66 -74.09, Jaqui, Lomas @-15.57 -74.85, Quicacha, Yauca
0404 Castilla: Aplao, Andagua @-15.50 -72.36, Ayo, Chachas, Chilcaymarca, Choco, Huancarqui, Machaguay, Orcopampa, Pampacolca, Tipán, Uñón, Uraca @-16.22 -72.47, Viraco
0405 Caylloma: Chivay, Achoma, Cabanaconde, Callalli, Caylloma, Coporaque, Huambo, Huanca, Ichupampa, Lari, Lluta, Maca, Madrigal, San Antonio de Chuca @-15.84 -71.09, Sibayo, Tapay, Tisco, Tuti, Yanque, Majes @-16.35 -72.25
0406 Condesuyos: Chuquibamba, Andaray, Cayarani, Chichas, Iray, Río Grande @-15.94 -73.13, Salamanca, Yanaquihua
0407 Islay: Mollendo, Cocachacra, Dean Valdivia @-17.14 -71.83, Islay @-17.00 -72.10, Mejía, Punta de Bombón
0408 La Unión: Cotahuasi, Alca, Charcana, Huaynacotas @-15.17 -72.85, Pampamarca @-15.18 -72.91, Puyca, Quechualla @-15.27 -73.02, Sayla, Tauria, Tomepampa, Toro
0501 Huamanga: Ayacucho, Acocro, Acos Vinchos @-13.11 -74.10, Carmen Alto, Chiara, Ocros, Pacaycasa, Quinua, San José de Ticllas @-13.13 -74.33, San Juan Bautista, Santiago de Pischa @-13.09 -74.39, Socos, Tambillo, Vinchos, Jesús Nazareno @-13.15 -74.21, Andrés Avelino Cáceres Dorregaray @-13.16 -74.21
0502 Cangallo: Cangallo, Chuschi, Los Morochucos @-13.56 -74.19, María Parado de Bellido @-13.60 -74.24, Paras, Totos
0503 Huanca Sancos: Sancos @-13.92 -74.33, Carapo, Sacsamarca, Santiago de Lucanamarca @-13.84 -74.37
0504 Huanta: Huanta, Ayahuanco @-12.59 -74.33, Huamanguilla, Iguain @-12.99 -74.21, Luricocha, Santillana @-12.77 -74.25, Sivia, Llochegua, Canayre, Uchuraccay @-12.76 -74.15, Pucacolpa @-12.42 -74.49, Chaca, Putis
0505 La Mar: San Miguel, Anco @-13.06 -73.71, Ayna @-12.62 -73.79, Chilcas, Chungui, Luis Carranza @-13.23 -73.89, Santa Rosa, Tambo, Samugari @-12.77 -73.66, Anchihuay, Oronccoy, Unión Progreso, Río Magdalena, Ninabamba, Patibamba
0506 Lucanas: Puquio, Aucara, Cabana, Carmen Salcedo @-14.39 -73.96, Chaviña, Chipao, Huac-Huas, Laramate, Leoncio Prado @-14.73 -74.67, Llauta, Lucanas, Ocaña, Otoca, Saisa @-14.94 -74.42, San Cristóbal, San Juan, San Pedro, San Pedro de Palco @-14.41 -74.65, Sancos, Santa Ana de Huaycahuacho, Santa Lucía
0507 Parinacochas: Coracora, Chumpi, Coronel Castañeda @-14.81 -73.28, Pacapausa, Pullo, Puyusca @-15.25 -73.57, San Francisco de Ravacayco, Upahuacho
0508 Paucar Del Sara Sara: Pausa, Colta, Corculla, Lampa, Marcabamba, Oyolo, Pararca, San Javier de Alpabamba, San José de Ushua, Sara Sara @-15.25 -73.45
0509 Sucre: Querobamba, Belén, Chalcos, Chilcayoc, Huacaña, Morcolla, Paico, San Pedro de Larcay, San Salvador de Quije, Santiago de Paucaray, Soras
0510 Víctor Fajardo: Huancapi, Alcamenca, Apongo, Asquipata, Canaria, Cayara, Colca, Huamanquiquia, Huancaraylla, Huaya @-13.85 -73.95, Sarhua, Vilcanchos
0511 Vilcas Huamán: Vilcas Huamán @-13.65 -73.95, Accomarca, Carhuanca, Concepción, Huambalpa, Independencia @-13.85 -73.88, Saurama, Vischongo
0601 Cajamarca: Cajamarca, Asunción, Chetilla, Cospán, Encañada, Jesús, Llacanora, Los Baños del Inca, Magdalena, Matara, Namora, San Juan
0602 Cajabamba: Cajabamba, Cachachi, Condebamba @-7.57 -78.07, Sitacocha @-7.52 -77.97
0603 Celendín: Celendín, Chumuch, (Cortegana) @-6.51 -78.33, Huasmín, Jorge Chavez @-6.94 -78.09, José Gálvez @-6.93 -78.13, Miguel Iglesias @-6.65 -78.23, Oxamarca, Sorochuco, Sucre, Utco, La Libertad de Pallán
0604 Chota: Chota, Anguia, Chadín, Chiguirip, Chimbán, Choropampa, Cochabamba, Conchán, Huambos, Lajas, Llama, Miracosta, Paccha, Pión, Querocoto, San Juan de Licupis @-6.42 -79.24, Tacabamba, Tocmoche, Chalamarca
0605 Contumazá: Contumazá, Chilete, Cupisnique @-7.35 -79.03, Guzmango, San Benito, Santa Cruz de Toledo @-7.34 -78.84, Tantarica @-7.30 -78.93, Yonan @-7.25 -79.13
0606 Cutervo: Cutervo, Callayuc, Choros, Cujillo, La Ramada, Pimpingos, Querocotillo, San Andrés de Cutervo, San Juan de Cutervo, San Luis de Lucma, Santa Cruz, Santo Domingo de la Capilla @-6.24 -78.86, Santo Tomás, Socota, Toribio Casanova @-6.00 -78.70
0607 Hualgayoc: Bambamarca, Chugur, Hualgayoc
0608 Jaén: Jaén, Bellavista, Chontali, Colasay, Huabal, Las Pirias, Pomahuaca, Pucará, Sallique, San Felipe, San José del Alto, Santa Rosa
0609 San Ignacio: San Ignacio, Chirinos, Huarango, La Coipa, Namballe, San José de Lourdes, Tabaconas
0610 San Marcos: Pedro Gálvez @-7.34 -78.17, Chancay, Eduardo Villanueva @-7.46 -78.13, Gregorio Pita @-7.27 -78.16, Ichocán, José Manuel Quiroz @-7.35 -78.05, José Sabogal @-7.25 -78.04
0611 San Miguel: San Miguel @-7.00 -78.85, Bolívar, Calquis, Catilluc, El Prado, La Florida, Llapa, Nanchoc, Niepos, San Gregorio, San Silvestre de Cochán, Tongod, Unión Agua Blanca @-7.05 -79.06
0612 San Pablo: San Pablo, San Bernardino, San Luis @-7.16 -78.87, Tumbadén
0613 Santa Cruz: Santa Cruz @-6.63 -78.94, Andabamba, Catache, Chancaybaños @-6.58 -78.87, La Esperanza, Ninabamba, Pulán @-6.74 -78.92, Saucepampa, Sexi, Uticyacu, Yauyucán
0701 Callao: Callao, Bellavista @-12.06 -77.13, Carmen de la Legua Reynoso, La Perla @-12.07 -77.11, La Punta @-12.07 -77.16, Ventanilla, Mi Perú @-11.86 -77.13
0801 Cusco: Cusco, Ccorca, Poroy, San Jerónimo @-13.54 -71.88, San Sebastián, Santiago, Saylla, Wanchaq
0802 Acomayo: Acomayo, Acopia, Acos, Mosoc Llacta, Pomacanchi, Rondocán, Sangarará
0803 Anta: Anta, Ancahuasi, Cachimayo, Chinchaypujio, Huarocondo, Limatambo, Mollepata, Pucyura, Zurite
0804 Calca: Calca, Coya, Lamay, Lares, Pisac, San Salvador, Taray, Yanatile @-12.68 -72.28
0805 Canas: Yanaoca, Checca, Kunturkanki @-14.53 -71.31, Langui, Layo, Pampamarca, Quehue, Tupac Amaru @-14.16 -71.48
0806 Canchis: Sicuani, Checacupe, Combapata, Marangani, Pitumarca, San Pablo, San Pedro, Tinta
0807 Chumbivilcas: Santo Tomás, Capacmarca, Chamaca, Colquemarca, Livitaca, Llusco, Quiñota, Velille
0808 Espinar: Espinar @-14.79 -71.41, Condoroma, Coporaque, Ocoruro, Pallpata @-14.89 -71.21, Pichigua, Suyckutambo @-15.01 -71.64, Alto Pichigua @-14.78 -71.25
0809 La Convención: Santa Ana, Echarate, Huayopata @-13.00 -72.55, Maranura, Ocobamba, Quellouno, Quimbiri @-12.62 -73.79, Santa Teresa, Vilcabamba @-13.06 -72.93, Pichari, Inkawasi @-13.29 -73.27, Villa Virgen, Villa Kintiarina, Megantoni @-11.72 -72.95, Kumpirushiato, Cielo Punco, Manitea, Unión Asháninka
0810 Paruro: Paruro, Accha, Ccapi, Colcha, Huanoquite, Omacha, Paccaritambo, Pillpinto, Yaurisque
0811 Paucartambo: Paucartambo, Caicay, Challabamba, Colquepata, Huancarani @-13.50 -71.65, Kosñipata @-12.91 -71.40
0812 Quispicanchi: Urcos, Andahuaylillas, Camanti @-13.23 -70.75, Ccarhuayo, Ccatca, Cusipata, Huaro, Lucre, Marcapata, Ocongate, Oropesa, Quiquijana
0813 Urubamba: Urubamba, Chinchero, Huayllabamba, Machupicchu, Maras, Ollantaytambo, Yucay
0901 Huancavelica: Huancavelica, Acobambilla, Acoria, Conayca, Cuenca, Huachocolpa, Huayllahuara, Izcuchaca, Laria, Manta, Mariscal Cáceres, Moya, Nuevo Occoro, Palca @-12.66 -74.98, Pilchaca, Vilca, Yauli, Ascensión @-12.79 -74.98, Huando @-12.56 -74.95
0902 Acobamba: Acobamba, Andabamba @-12.69 -74.62, Anta, Caja, Marcas, Paucara @-12.73 -74.67, Pomacocha, Rosario
0903 Angaraes: Lircay, Anchonga, Callanmarca, Ccochaccasa, Chincho, Congalla @-12.96 -74.49, Huanca-Huanca @-12.92 -74.61, Huayllay Grande, Julcamarca, San Antonio de Antaparco @-13.08 -74.41, Santo Tomás de Pata, Secclla @-13.05 -74.48
0904 Castrovirreyna: Castrovirreyna, Arma, Aurahua, Capillas, Chupamarca, Cocas, Huachos, Huamatambo, Mollepampa, San Juan, Santa Ana, Tantara, Ticrapo
0905 Churcampa: Churcampa, Anco @-12.68 -74.59, Chinchihuasi, El Carmen @-12.73 -74.48, La Merced, Locroja, Paucarbamba, San Miguel de Mayocc @-12.81 -74.39, San Pedro de Coris, Pachamarca, Cosme @-12.57 -74.66
0906 Huaytara: Huaytará @-13.60 -75.35, Ayavi @-13.70 -75.35, Córdova, Huayacundo Arma, Laramarca, Ocoyo, Pilpichaca, Querco, Quito-Arma, San Antonio de Cusicancha, San Francisco de Sangayaico, San Isidro @-13.96 -75.24, Santiago de Chocorvos, Santiago de Quirahuara @-14.06 -74.98, Santo Domingo de Capillas, Tambo @-13.69 -75.28
0907 Tayacaja: Pampas, Acostambo @-12.37 -75.06, Acraquia, Ahuaycha, Colcabamba, Daniel Hernandez @-12.39 -74.86, Huachocolpa, Huaribamba, Ñahuimpuquio, Pazos, Quishuar, Salcabamba, Salcahuasi, San Marcos de Rocchac, Surcubamba, Tintay Puncu @-12.15 -74.54, Quichuas, Andaymarca, Roble @-12.22 -74.49, Pichos, Santiago de Tucuma, Lambras, Cochabamba
1001 Huánuco: Huánuco, Amarilis @-9.94 -76.24, Chinchao @-9.80 -76.07, Churubamba, Margos, Quisqui @-9.90 -76.39, San Francisco de Cayrán @-9.98 -76.28, San Pedro de Chaulán @-10.06 -76.49, Santa María del Valle, Yarumayo, Pillco Marca @-9.96 -76.25, Yacus, San Pablo de Pillao
1002 Ambo: Ambo, Cayna, Colpas, Conchamarca, Huacar, San Francisco @-10.34 -76.29, San Rafael, Tomay Kichwa
1003 Dos de Mayo: La Unión, Chuquis, Marías, Pachas, Quivilla, Ripan @-9.83 -76.80, Shunqui, Sillapata, Yanas
1004 Huacaybamba: Huacaybamba, Canchabamba, Cochabamba, Pinra
1005 Huamalíes: Llata, Arancay, Chavín de Pariarca, Jacas Grande, Jircan, Miraflores, Monzón @-9.28 -76.40, Punchao, Puños, Singa, Tantamayo
1006 Leoncio Prado: Rupa-rupa @-9.30 -76.00, Daniel Alomias Robles @-9.19 -75.95, Hermilio Valdizán @-9.21 -75.84, José Crespo y Castillo @-8.93 -76.12, Luyando @-9.25 -75.99, Mariano Damaso Beraun @-9.44 -75.97, Pucayacu, Castillo Grande, Pueblo Nuevo, Santo Domingo de Anda @-9.02 -76.07
1007 Marañón: Huacrachuco, Cholon @-8.66 -76.88, San Buenaventura, La Morada, Santa Rosa de Alto Yanajanca
1008 Pachitea: Panao, Chaglla, Molino, Umari @-9.86 -76.04
1009 Puerto Inca: Puerto Inca, Codo del Pozuzo @-9.67 -75.46, Honoria, Tournavista, Yuyapichis
1010 Lauricocha: Jesús @-10.08 -76.63, Baños, Jivia, Queropalca, Rondos, San Francisco de Asis @-9.98 -76.68, San Miguel de Cauri
1011 Yarowilca: Chavinillo, Cahuac, Chacabamba, Aparicio Pomares @-9.75 -76.65, Jacas Chico @-9.89 -76.50, Obas, Pampamarca, Choras
1101 Ica: Ica, La Tinguiña, Los Aquijes, Ocucaje, Pachacutec @-14.15 -75.69, Parcona, Pueblo Nuevo, Salas @-13.99 -75.77, San José de los Molinos @-13.93 -75.67, San Juan Bautista, Santiago, Subtanjalla, Tate @-14.16 -75.71, Yauca del Rosario @-14.10 -75.48
1102 Chincha: Chincha Alta, Alto Larán, Chavín, Chincha Baja, El Carmen, Grocio Prado @-13.40 -76.16, Pueblo Nuevo @-13.40 -76.13, San Juan de Yánac @-13.21 -75.79, San Pedro de Huacarpana @-13.05 -75.65, Sunampe, Tambo de Mora @-13.46 -76.18
1103 Nasca: Nazca, Changuillo, El Ingenio, Marcona @-15.36 -75.17, Vista Alegre @-14.85 -74.94
1104 Palpa: Palpa, Llipata, Río Grande, Santa Cruz, Tibillo
1105 Pisco: Pisco, Huancano, Humay, Independencia, Paracas, San Andrés, San Clemente, Tupac Amaru Inca @-13.71 -76.15
1201 Huancayo: Huancayo, Carhuacallanga, Chacapampa, Chicche, Chilca, Chongos Alto, Chupuro, Colca, Cullhuas, El Tambo, Huacrapuquio, Hualhuas, Huancán, Huasicancha, Huayucachi, Ingenio, Pariahuanca @-11.98 -74.90, Pilcomayo, Pucará, Quichuay, Quilcas, San Agustín, San Jerónimo de Tunán, Saño, Sapallanga, Sicaya, Santo Domingo de Acobamba @-11.77 -74.80, Viques
1202 Concepción: Concepción, Aco, Andamarca, Chambará, Cochas, Comas, Heroinas Toledo @-11.84 -75.29, Manzanares @-12.02 -75.35, Mariscal Castilla @-11.62 -75.09, Matahuasi, Mito @-11.94 -75.34, Nueve de Julio @-11.90 -75.32, Orcotuna, San José de Quero, Santa Rosa de Ocopa
1203 Chanchamayo: Chanchamayo @-11.06 -75.33, Perené, Pichanaqui @-10.93 -74.87, San Luis de Shuaro, San Ramón, Vitoc @-11.21 -75.33
1204 Jauja: Jauja, Acolla, Apata, Ataura, Canchayllo, Curicaca @-11.79 -75.67, El Mantaro, Huamalí, Huaripampa, Huertas, Janjaillo, Julcán, Leonor Ordoñez @-11.86 -75.42, Llocllapampa, Marco, Masma, Masma Chicche, Molinos, Monobamba, Muqui, Muquiyauyo, Paca, Paccha, Pancán, Parco, Pomacancha, Ricrán, San Lorenzo, San Pedro de Chunán, Sausa, Sincos, Tunan Marca @-11.73 -75.57, Yauli, Yauyos
1205 Junín: Junín, Carhuamayo, Ondores, Ulcumayo
1206 Satipo: Satipo, Coviriali, Llaylla @-11.38 -74.59, Mazamari, Pampa Hermosa @-11.40 -74.75, Pangoa @-11.43 -74.49, Río Negro, Río Tambo @-11.15 -74.31, Vizcatan del Ene @-12.19 -74.03
1207 Tarma: Tarma, Acobamba, Huaricolca, Huasahuasi, La Unión @-11.38 -75.75, Palca, Palcamayo, San Pedro de Cajas, Tapo
1208 Yauli: La Oroya, Chacapalpa, Huay-Huay @-11.72 -75.91, Marcapomacocha, Morococha, Paccha, Santa Bárbara de Carhuacayán, Santa Rosa de Sacco, Suitucancha, Yauli
1209 Chupaca: Chupaca, Ahuac, Chongos Bajo, Huáchac, Huamancaca Chico, San Juan de Yscos @-12.10 -75.29, San Juan de Jarpa @-12.13 -75.44, Tres de Diciembre, Yanacancha
1301 Trujillo: Trujillo, El Porvenir, Florencia de Mora @-8.08 -79.02, Huanchaco, La Esperanza, Laredo, Moche, Poroto, Salaverry, Simbal, Victor Larco Herrera @-8.14 -79.04
1302 Ascope: Ascope, Chicama, Chocope, Magdalena de Cao @-7.88 -79.30, Paiján, Razuri @-7.70 -79.44, Santiago de Cao, Casa Grande
1303 Bolívar: Bolívar, Bambamarca @-7.44 -77.69, Condormarca @-7.55 -77.60, Longotea, Uchumarca, Ucuncha
1304 Chepen: Chepén, Pacanga, Pueblo Nuevo
1305 Julcan: Julcán @-8.04 -78.49, Calamarca, Carabamba, Huaso
1306 Otuzco: Otuzco, Agallpampa, Charat, Huaranchal, La Cuesta, Mache, Paranday @-7.88 -78.71, Salpo, Sinsicap, Usquil
1307 Pacasmayo: San Pedro de Lloc, Guadalupe, Jequetepeque @-7.34 -79.56, Pacasmayo, San José @-7.35 -79.46
1308 Pataz: Tayabamba, Buldibuyo @-8.13 -77.40, Chillia, Huancaspata, Huaylillas, Huayo @-8.00 -77.59, Ongón @-8.21 -76.98, Parcoy, Pataz @-7.79 -77.59, Pias, Santiago de Challas @-8.44 -77.32, Taurija, Urpay
1309 Sanchez Carrion: Huamachuco, Chugay, Cochorco @-7.81 -77.72, Curgos, Marcabal, Sanagoran @-7.79 -78.14, Sarín @-7.91 -77.91, Sartimbamba
1310 Santiago de Chuco: Santiago de Chuco, Angasmarca, Cachicadan @-8.09 -78.15, Mollebamba @-8.17 -77.97, Mollepata, Quiruvilca, Santa Cruz de Chuca @-8.12 -78.14, Sitabamba
1311 Gran Chimu: Cascas, Lucma, Marmot @-7.70 -78.63, Sayapullo
1312 Viru: Virú, Chao, Guadalupito
1401 Chiclayo: Chiclayo, Chongoyape, Etén, Etén Puerto @-6.93 -79.87, José Leonardo Ortiz, La Victoria @-6.79 -79.84, Lagunas @-6.99 -79.62, Monsefú, Nueva Arica, Oyotún, Picsi, Pimentel, Reque, Santa Rosa, Saña, Cayaltí @-6.89 -79.56, Patapo, Pomalca, Pucalá @-6.78 -79.61, Tumán @-6.75 -79.70
1402 Ferreñafe: Ferreñafe, Cañaris, Incahuasi, Manuel Antonio Mesones Muro, Pitipo @-6.57 -79.78, Pueblo Nuevo @-6.64 -79.80
1403 Lambayeque: Lambayeque, Chochope @-6.16 -79.65, Illimo @-6.47 -79.85, Jayanca, Mochumi, Mórrope, Motupe, Olmos, Pacora, Salas, San José @-6.77 -79.97, Túcume
1501 Lima: Lima @-12.05 -77.03, Ancón @-11.77 -77.18, Ate @-12.03 -76.92, Barranco, Breña, Carabayllo, Chaclacayo, Chorrillos @-12.18 -77.02, Cieneguilla, Comas @-11.96 -77.05, El Agustino @-12.05 -77.00, Independencia, Jesús María, La Molina, La Victoria @-12.06 -77.03, Lince @-12.08 -77.03, Los Olivos @-11.99 -77.07, Lurigancho (Chosica) @-11.94 -76.70, Lurín @-12.27 -76.87, Magdalena del Mar (Magdalena) @-12.09 -77.07, Pueblo Libre @-12.08 -77.06, Miraflores, Pachacámac @-12.19 -76.87, Pucusana, Puente Piedra @-11.87 -77.08, Punta Hermosa, Punta Negra @-12.37 -76.80, Rímac @-12.04 -77.03, San Bartolo, San Borja @-12.11 -77.00, San Isidro, San Juan de Lurigancho (SJL) @-12.03 -77.01, San Juan de Miraflores @-12.16 -76.96, San Luis, San Martín de Porres (SMP) @-12.03 -77.06, San Miguel @-12.09 -77.08, Santa Anita @-12.04 -76.97, Santa María del Mar @-12.40 -76.77, Santa Rosa, Santiago de Surco (Surco), Surquillo @-12.12 -77.02, Villa El Salvador (VES) @-12.21 -76.94, Villa María del Triunfo @-12.16 -76.94, Santa María de Huachipa
1502 Barranca: Barranca, Paramonga, Pativilca, Supe, Supe Puerto
1503 Cajatambo: Cajatambo @-10.47 -76.99, Copa, Gorgor, Huancapón @-10.55 -77.11, Manas @-10.60 -77.17
1504 Canta: Canta, Arahuay, Huamantanga, Huaros, Lachaqui, San Buenaventura, Santa Rosa de Quives @-11.70 -76.85
1505 Cañete: San Vicente de Cañete, Asia, Calango, Cerro Azul @-13.03 -76.48, Chilca, Coayllo, Imperial, Lunahuana @-12.97 -76.15, Mala, Nuevo Imperial, Pacarán @-12.87 -76.05, Quilmana, San Antonio @-12.64 -76.65, San Luis @-13.05 -76.43, Santa Cruz de Flores @-12.62 -76.64, Zúñiga @-12.86 -76.02
1506 Huaral: Huaral, Atavillos Alto @-11.23 -76.66, Atavillos Bajo @-11.35 -76.83, Aucallama, Chancay, Ihuari, Lampián, Pacaraos, San Miguel de Acos @-11.27 -76.82, Santa Cruz de Andamarca, Sumbilca, Veintisiete de Noviembre @-11.19 -76.78
1507 Huarochirí: Matucana, Antioquía @-12.08 -76.51, Callahuanca, Carampoma, Chicla, Cuenca @-12.13 -76.44, Huachupampa @-11.72 -76.59, Huanza, Huarochirí @-12.14 -76.23, Lahuaytambo, Langa, Laraos, Mariatana, Ricardo Palma, San Andrés de Tupicocha @-12.00 -76.47, San Antonio @-11.74 -76.65, San Bartolomé @-11.91 -76.53, San Damián @-12.02 -76.39, San Juan de Iris, San Juan de Tantaranche, San Lorenzo de Quinti, San Mateo, San Mateo de Otao @-11.87 -76.54, San Pedro de Casta @-11.76 -76.60, San Pedro de Huancayre @-12.13 -76.22, Sangallaya, Santa Cruz de Cocachacra @-11.91 -76.54, Santa Eulalia, Santiago de Anchucaya @-12.10 -76.23, Santiago de Tuna, Santo Domingo de los Olleros, Surco
1508 Huaura: Huacho, Ámbar, Caleta de Carquín, Checras @-10.92 -76.83, Hualmay, Huaura, Leoncio Prado @-11.06 -76.93, Paccho, Santa Leonor @-10.95 -76.75, Santa María @-11.10 -77.59, Sayán, Vegueta
1509 Oyon: Oyón, Andajes, Caujul, Cochamarca @-10.86 -77.13, Naván, Pachangara @-10.81 -76.88
1510 Yauyos: Yauyos, Alis, Ayauca, Ayaviri @-12.38 -76.14, Azángaro, Cacra, Carania, Catahuasi, Chocos, Cochas, Colonia, Hongos, Huampara, Huancaya, Huangascar, Huantan, Huañec @-12.29 -76.14, Laraos, Lincha, Madean, Miraflores, Omas, Putinza @-12.67 -75.95, Quinches @-12.31 -76.14, Quinocay, San Joaquín, San Pedro de Pilas @-12.45 -76.23, Tanta, Tauripampa, Tomás, Tupe, Viñac, Vitis
1601 Maynas: Iquitos, Alto Nanay @-3.89 -73.70, Fernando Lores @-4.00 -73.16, Indiana, Las Amazonas @-3.42 -72.76, Mazán @-3.49 -73.08, Napo @-2.49 -73.68, Punchana @-3.73 -73.24, Putumayo, Torres Causana @-0.97 -75.17, Belén, San Juan Bautista @-3.77 -73.28, Teniente Manuel Clavero
1602 Alto Amazonas: Yurimaguas, Balsapuerto, Jeberos, Lagunas, Santa Cruz, Teniente Cesar Lopez Rojas @-6.03 -75.87
1603 Loreto: Nauta, Parinari, Tigre @-3.49 -74.78, Trompeteros, Urarinas @-4.59 -74.77
1604 Mariscal Ramon Castilla: Ramón Castilla, Pebas, Yavari @-4.35 -70.04, San Pablo @-4.02 -71.10
1605 Requena: Requena, Alto Tapiche @-6.03 -74.09, Capelo @-5.41 -74.16, Emilio San Martín @-5.79 -74.28, Maquia @-5.75 -74.54, Puinahua @-5.26 -74.35, Saquena, Soplín @-6.01 -73.69, Tapiche @-5.69 -74.14, Jenaro Herrera @-4.90 -73.67, Yaquerana @-5.15 -72.88
1606 Ucayali: Contamana, Inahuaya, Padre Marquez @-7.95 -74.84, Pampa Hermosa, Sarayacu @-6.39 -75.12, Vargas Guerra @-6.91 -75.16
1607 Datem del Marañón: Barranca, Cahuapanas @-5.25 -77.04, Manseriche @-4.56 -77.42, Morona @-4.33 -77.22, Pastaza @-4.65 -76.59, Andoas @-3.48 -76.43
1608 Putumayo: Putumayo @-2.45 -72.67, Rosa Panduro @-1.79 -73.41, Teniente Manuel Clavero @-0.37 -74.68, Yaguas @-2.41 -71.18
1701 Tambopata: Tambopata, Inambari @-13.10 -70.37, Las Piedras @-12.28 -69.15, Laberinto @-12.72 -69.59
1702 Manu: Manu @-12.84 -71.37, Fitzcarrald @-12.27 -70.91, Madre de Dios @-12.62 -70.39, Huepetuhe
1703 Tahuamanu: Iñapari, Iberia, Tahuamanu @-11.45 -69.32
1801 Mariscal Nieto: Moquegua, Carumas, Cuchumbaya, Samegua, San Cristóbal @-16.74 -70.68, Torata
1802 General Sánchez Cerro: Omate, Chojata, Coalaque, Ichuña, La Capilla, Lloque, Matalaque, Puquina, Quinistaquillas, Ubinas, Yunga
1803 Ilo: Ilo, El Algarrobal, Pacocha
1901 Pasco: Chaupimarca @-10.68 -76.26, Huachón, Huariaca, Huayllay, Ninacaca, Pallanchacra, Paucartambo, San Francisco de Asis de Yarusyacán @-10.49 -76.20, Simon Bolívar @-10.69 -76.32, Ticlacayán, Tinyahuarco, Vicco, Yanacancha
1902 Daniel Alcides Carrión: Yanahuanca, Chacayán @-10.43 -76.44, Goyllarisquizga, Paucar, San Pedro de Pillao, Santa Ana de Tusi, Tapuc, Vilcabamba
1903 Oxapampa: Oxapampa, Chontabamba, Huancabamba, Palcazu @-10.18 -75.15, Pozuzo, Puerto Bermúdez @-10.30 -74.94, Villa Rica, Constitución @-9.86 -75.02
2001 Piura: Piura, Castilla @-5.20 -80.62, Catacaos, Cura Mori @-5.32 -80.67, El Tallan @-5.41 -80.68, La Arena, La Unión, Las Lomas, Tambo Grande, Veintiseis de Octubre @-5.18 -80.68
2002 Ayabaca: Ayabaca, Frías, Jilili, Lagunas, Montero, Pacaipampa, Paimas, Sapillica, Sicchez @-4.57 -79.76, Suyo
2003 Huancabamba: Huancabamba, Canchaque, El Carmen de la Frontera @-5.15 -79.43, Huarmaca, Lalaquiz @-5.22 -79.68, San Miguel de el Faique @-5.40 -79.61, Sondor, Sondorillo
2004 Morropón: Chulucanas, Buenos Aires, Chalaco, La Matanza, Morropón, Salitral @-5.34 -79.83, San Juan de Bigote @-5.32 -79.79, Santa Catalina de Mossa @-5.10 -79.89, Santo Domingo, Yamango
2005 Paita: Paita, Amotape, Arenal, Colan) @-4.90 -81.06, La Huaca, Tamarindo, Vichayal @-4.86 -81.07
2006 Sullana: Sullana, Bellavista, Ignacio Escudero @-4.85 -80.87, Lancones @-4.63 -80.55, Marcavelica, Miguel Checa @-4.90 -80.81, Querecotillo, Salitral
2007 Talara: Pariñas @-4.58 -81.27, El Alto, La Brea @-4.65 -81.31, Lobitos, Los Órganos, Máncora
2008 Sechura: Sechura, Bellavista de la Unión @-5.44 -80.75, Bernal, Cristo Nos Valga @-5.49 -80.74, Vice, Rinconada Llicuar @-5.46 -80.77
2101 Puno: Puno, Acora, Amantani, Atuncolla, Capachica, Chucuito, Coata, Huata, Mañazo, Paucarcolla, Pichacani @-16.15 -70.06, Platería, San Antonio @-16.14 -70.34, Tiquillaca, Vilque
2102 Azángaro: Azángaro, Achaya, Arapa, Asillo, Caminaca, Chupa, José Domingo Choquehuanca @-15.03 -70.34, Muñani, Potoni, Samán, San Antón @-14.58 -70.32, San José, San Juan de Salinas, Santiago de Pupuja, Tirapata
2103 Carabaya: Macusani, Ajoyani, Ayapata, Coasa, Corani, Crucero, Ituata @-13.88 -70.21, Ollachea, San Gaban @-13.44 -70.40, Usicayos
2104 Chucuito: Juli, Desaguadero, Huacullani @-16.63 -69.32, Kelluyo, Pisacoma @-16.91 -69.37, Pomata, Zepita
2105 El Collao: Ilave, Capazo @-17.18 -69.74, Pilcuyo, Santa Rosa @-16.74 -69.72, Conduriri
2106 Huancané: Huancané, Cojata, Huatasani, Inchupalla, Pusi, Rosaspata, Taraco, Vilque Chico
2107 Lampa: Lampa, Cabanilla, Calapuja, Nicasio, Ocuviri, Palca, Paratia, Pucará, Santa Lucía, Vilavila
2108 Melgar: Ayaviri, Antauta, Cupi, Llalli, Macari, Nuñoa, Orurillo, Santa Rosa, Umachiri
2109 Moho: Moho, Conima, Huayrapata, Tilali @-15.52 -69.35
2110 San Antonio De Putina: Putina, Ananea, Pedro Vilca Apaza @-15.06 -69.88, Quilcapuncu, Sina
2111 San Román: Juliaca, Cabana, Cabanillas @-15.64 -70.35, Caracoto, San Miguel
2112 Sandia: Sandia, Cuyocuyo, Limbani, Patambuco, Phara, Quiaca, San Juan del Oro, Yanahuaya, Alto Inambari @-14.09 -69.24, San Pedro de Putina Punco @-14.11 -69.05
2113 Yunguyo: Yunguyo, Anapia, Copani, Cuturapi @-16.27 -69.18, Ollaraya @-16.22 -68.99, Tinicachi, Unicachi @-16.22 -68.98
2201 Moyobamba: Moyobamba, Calzada, Habana, Jepelacio, Soritor, Yantalo
2202 Bellavista: Bellavista, Alto Biavo @-7.26 -76.48, Bajo Biavo @-7.10 -76.47, Huallaga @-7.13 -76.65, San Pablo, San Rafael
2203 El Dorado: San José de Sisa, Agua Blanca, San Martín, Santa Rosa, Shatoja
2204 Huallaga: Saposoa, Alto Saposoa @-6.76 -76.81, El Eslabón @-7.02 -76.72, Piscoyacu, Sacanche, Tingo de Saposoa
2205 Lamas: Lamas, Alonso de Alvarado @-6.36 -76.78, Barranquita, Caynarachi @-6.33 -76.28, Cuñumbuqui, Pinto Recodo, Rumisapa, San Roque de Cumbaza @-6.39 -76.44, Shanao, Tabalosos, Zapatero
2206 Mariscal Cáceres: Juanjuí, Campanilla, Huicungo, Pachiza, Pajarillo
2207 Picota: Picota, Buenos Aires, Caspisapa, Pilluana, Pucacaca, San Cristóbal @-6.99 -76.42, San Hilarion @-7.00 -76.44, Shamboyacu, Tingo de Ponasa, Tres Unidos
2208 Rioja: Rioja, Awajun @-5.82 -77.38, Elias Soplín Vargas @-5.99 -77.28, Nueva Cajamarca, Pardo Miguel @-5.74 -77.50, Posic, San Fernando @-5.90 -77.27, Yorongos, Yuracyacu
2209 San Martín: Tarapoto, Alberto Leveau @-6.66 -76.29, Cacatachi @-6.46 -76.45, Chazuta, Chipurana @-6.35 -75.74, El Porvenir @-6.21 -75.80, Huimbayoc @-6.42 -75.77, Juan Guerra, La Banda de Shilcayo @-6.49 -76.34, Morales @-6.48 -76.38, Papaplaya, San Antonio, Sauce, Shapaja
2210 Tocache: Tocache, Nuevo Progreso @-8.45 -76.33, Pólvora, Shunte @-8.35 -76.73, Uchiza, Santa Lucía
2301 Tacna: Tacna, Alto de la Alianza @-17.99 -70.25, Calana, Ciudad Nueva @-17.98 -70.24, Inclan @-17.79 -70.49, Pachia, Palca, Pocollay, Sama @-17.86 -70.56, Coronel Gregorio Albarracin Lanchipa @-18.04 -70.25, La Yarada los Palos @-18.29 -70.44
2302 Candarave: Candarave, Cairani, Camilaca, Curibaya, Huanuara, Quilahuani
2303 Jorge Basadre: Locumba, Ilabaya, Ite @-17.86 -70.97
2304 Tarata: Tarata, Heroes Albarracin Chucatamani @-17.48 -70.12, Estique, Estique-Pampa, Sitajara, Susapaya, Tarucachi, Ticaco
2401 Tumbes: Tumbes, Corrales @-3.60 -80.48, La Cruz @-3.64 -80.59, Pampas de Hospital @-3.69 -80.44, San Jacinto, San Juan de la Virgen
2402 Contralmirante Villar: Zorritos, Casitas @-3.94 -80.65, Canoas de Punta Sal @-3.95 -80.94
2403 Zarumilla: Zarumilla, Aguas Verdes, Matapalo, Papayal
2501 Coronel Portillo: Calleria @-8.37 -74.54, Campoverde @-8.47 -74.81, Iparia, Masisea, Yarinacocha @-8.36 -74.58, Nueva Requena, Manantay @-8.40 -74.54
2502 Atalaya: Raymondi @-10.73 -73.76, Sepahua, Tahuania @-10.03 -73.96, Yurua @-9.53 -72.76
2503 Padre Abad: Padre Abad @-9.03 -75.51, Irazola @-8.83 -75.21, Curimaná, Neshuya @-8.64 -74.96, Alexander von Humboldt, Huipoca, Boquerón
2504 Purus: Purus @-9.77 -70.71
`;
