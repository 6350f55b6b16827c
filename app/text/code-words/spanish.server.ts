/** 2,048 Spanish words a code is said in, each in the place of an English one that means something else. */

// Chosen by the rules of the English list, beside it; no word is in both, so that each says its language.
// About 1,200 come from BIP 39's Spanish list (MIT, bitcoin/bips).
export const SPANISH_CODE_WORDS = `
  abadejo abanico abarcar abedul abeja abeto abotonar abrazo abrir acacia academia acampar acariciar acceso
  acción aceite acelga acento aceptar acera acierto aclarar acoger acordeón acrobacia activo acto actuar
  acuarela acudir acuerdo acunar adaptar adelante además adivinar admirar adobe adorno aéreo aeróbico afable
  afán afecto afición afinar afirmar aflojar afortunado ágape agenda ágil agosto agradar agregar agrio agua
  agudo águila aguja ahorro ahumado aire airoso ajedrez ajonjolí ajuste alabar aladino alameda alargar alazán
  alba alborada álbum alcachofa alcoba aldea alegre aleta alfarero alfiler alfombra alga algodón alhelí
  aliento alisar alivio aljibe alma almeja almíbar almohada almuerzo alondra alpaca alpiste alquimia alrededor
  altavoz alteza alto altura alubia alumno alzar amable amanecer amapola amarillo amasar amatista ámbar ámbito
  ambulante ameno amigo amistad amor amplio amueblar anacardo añadir anaquel anaranjado ancestro ancho ancla
  andar andén anécdota añejo anémona anfibio ángulo anhelo anillo ánimo anís año anoche antena antiguo antojo
  anual anudar anuncio anzuelo apacible aparecer apenas aperitivo apetito apilar apio aplauso aplicar aporte
  apoyo aprender aprisa apuntar arándano arar árbitro árbol arbusto archivo arcilla arco ardilla área arenque
  arepa arete argolla aries armario armonía arnés aroma arpa arpegio arquero arreglo arrimar arroz arrullo
  arte artista arveja ascenso asegurar aseo asesor asiento asistir asomar aspirar asterisco astro asunto atajo
  atardecer atento ático atlas atleta atole átomo atril atún audaz audio auge aula aumento aurora autor avance
  ave avellana avena avestruz aviador avión aviso ayer ayote ayuda ayuno azabache azafrán azahar azotea azúcar
  azul bacalao bachata bahía baile bajel bajío balanza balcón balero ballena balneario baloncesto bálsamo
  bambú banco banda bañera banjo banquete barba barco barítono barniz barquillo barro báscula batata batería
  batir batuta baúl bazar bebedero bebop becerro bedel begonia beige béisbol bello benjamín berenjena berlina
  bermejo berro besamel besito betún bicicleta bienestar bígaro bigote billete bingo biología bisonte bizcocho
  blanco bloque blusa boa bobina bocado bocina boda bodega boina bolero bolígrafo bollo bolsa bombilla bondad
  bongó bonito bonsái borde borla borrego bosque bostezar botánica bote botín bóveda boya brasero brazo brecol
  breve brezo brillo brinco brisa brocado broma bronce brote brújula bruma buceo bucle bueno bufanda bufete
  buhardilla búho bulbo bulevar buñuelo buque burbujear burrito butaca buzón caballo cabeza cabina cabrito
  cacao cacerola cachorro café cajita cajón cal calamar calcio caldo calendario calidad calle calma calor
  caluroso calzado camarón cambio camello camino campo canción candil canela canguro canica canje canoa canto
  caoba capitán capote capucha caracol cardo cariño carmín carpeta carro carta cascada casero casita castor
  catálogo catedral catre cauce caudal caverna cayena cazo cebolla cebra cedro ceja cejilla célebre celofán
  cena ceniza centro cepillo cerámica cercano cereza cerilla certeza césped cesta cetro ceviche chacra chaleco
  champú chapa chaqueta charla chayote cheque chícharo chimenea chirimoya chispa chocolate chorizo chucho
  churro cielo ciencia ciervo cifra cigüeña cilantro cima cimiento cincel cine cinta ciprés circo ciruela
  cisne cisterna cítrico ciudad claro clase clave clic cliente clima cobertor cobijo cobrizo cocción cochera
  cocina coco codo cofia cofre cohete cojín cola colcha colegio colina collar colorido columna comarca cometa
  comida cómodo compra concha condado conejo confeti conjunto conocer consejo contar conversar copia copla
  coqueto corazón corbata corcho cordero corneta corona correo cortina cosecha cosmos cosquilla costa crayón
  crear crecer crema crepe cresta cristal crochet cromo croqueta cruasán crucero crujiente cuadro cualidad
  cuarto cubeta cubierto cubo cubrir cuchara cuclillo cuello cuento cuerda cuesta cuidar culinario cumbre
  cumpleaños cuna cupón cúpula curioso curso dádiva dalia danza dátil dato debutar década decorar dedal
  dedicar dedo definir degustar delantal deletrear delfín delicia delta denso deporte desayuno descanso deseo
  desfile desván detalle detective devoto día diadema diálogo diamante diana diario dibujo diciembre dictar
  diente dieta difundir digno diluvio dinámico diploma directo dirigir disco diseño disfraz diurno diversión
  doblar dócil domingo don donar dorado dormir dosel dragón dril dromedario duende dulce dulzura duna dúo
  duplicar duque durazno ébano eco ecuador ecuestre edad edelweiss edición edificio editor edredón educar
  efecto eficaz efusivo eje ejemplo elástico elefante elegir elemento elevar elipse élite elixir elogio elote
  emblema eminente emitir emoción emotivo empanada empeño empleo empresa empujar encargo encender encina
  encuentro endulzar enebro eneldo enero engarzar enhebrar enigma enjambre enjuague enlace enorme enramada
  ensayo enseñar ensueño entero entonar entremés entusiasmo envío envoltura epílogo episodio época equipo
  erudito escala escena escolar escribir escuela esencia esfera esfuerzo esmalte esmeralda espárrago espejo
  espiga espliego esponja espuma esquí establo estera estilo estofado estrella estufa etapa eterno ética
  etiqueta eucalipto evaluar evento exacto excelente excursión existir exótico experto explicar exprés fabada
  fábrica fábula fachada fácil factor fagot faisán fama familia famoso fandango fanfarria fantasía farallón
  farmacia farol fascinar fase fauna favorito fax febrero fecha feliz fenómeno feria fértil fervor festín
  fiable fiambre fibra ficción ficha fideo fiel fiesta figura fijar fijo fila filete filial filtro finca
  finito fiordo firme física flamenco flan flauta flecha flexible flor flota fluir flujo flúor foca foco
  fogata fogón folclor folio folleto fondo fontana forja forma forro fortuna fósforo foto fragancia frambuesa
  franja frase fraterno frecuente fregar freír frente fresa frijol friso frito frondoso fruncir fruta fucsia
  fuego fuelle fuente fuerza fulgor funda furgoneta fusión fútbol futuro gabardina gacela gaita gajo gala
  galería galleta galope gamuza ganso garaje garbanzo garganta garrafa garza gato gaveta gavilán gavota
  gazpacho gelatina gemelo genio gente geografía geometría geranio gerente gesto gimnasio girar giro glaciar
  glicina globo gloria gnomo gofre gol goleta golondrina goma góndola gorjeo gorra goteo gozar gozo gracias
  grada gráfico gramo grano gratis grillo grosella grulla grumo grupo gruta guacamayo guagua guante guardar
  guateque guayaba guijarro guiño guirnalda guiso guitarra gustar hábil hablar hacer hacienda halago halcón
  hallar hamaca harina haya haz hebilla hecho heladería helecho helio hemisferio heno hermoso herradura
  hexágono hibisco hidratar hiedra hierro higiene higuera hilera hilo hinojo hípica hipopótamo hisopo historia
  hogareño hoja hojear hojuela holgado homenaje hondo honesto hongo honor hora horchata hormiga horno
  hortaliza hoyuelo huella huerta huésped huevo huipil humano húmedo humorista hurón ibis icono ideal idioma
  idóneo iglú iguana iluminar ilusión imagen imán imitar impecable impreso incluir índice infusión ingeniero
  inicio inmenso inmune innato insecto insignia instante interés intuir inventar invierno iris ironía isla
  isleño islote itinerario izar jabalina jabón jacinto jade jalea jamón jarabe jardín jarra jazmín jengibre
  jerez jícama jilguero jilote jirafa jitomate jocote jolgorio jornada jota jovial joya joyero jubilar jubón
  juego jueves juglar jugo juguete julio junco jungla junio junquillo juntar júpiter justo juventud kayak kilo
  kimono kiosco koala labranza laca ladera ladrillo lago laguna lámina lámpara lancha langostino lanzar lápiz
  largo lasaña latino laúd laurel lavar lazada lazo leal lección leche lector leer legumbre lejano lémur leña
  lengüeta lenteja león leopardo leotardo letra levadura liana libertad libro liebre lienzo liga ligero lijar
  lima límite limón limpio lince lindo línea lingote lino linterna líquido lirio lirón lisonja lista literario
  litoral litro llanura llavero llegar llenar llevar llover lluvia loable lobezno loción lodo lógica logro
  loma lonche longitud lonja loro loza lucero lucir lúcuma lugar lujo lumbre lunes lupa lupino lustro luz
  macarrón maceta madera madrugar maduro maestro magdalena magia magnolia mago mahonesa maicena maíz majestad
  malabar maleta malva mambo mamey mamut mañana mandolina manga maniquí manjar manso manta manzana mapa
  máquina mar maraca marco marea marfil margen mariposa mármol marqués marrón martes marzo máscara masticar
  materia matiz matorral máximo mayor mayúscula mazapán mazorca mecedora medalla medio mejilla mejor melaza
  melena melón membrillo memoria mensaje mente menú mercado merengue mérito merluza mes mesero mesón meta
  método metro mezcla microbús miel mijo milagro milenio milpa mimar mimbre mimo minero mínimo minuto mirar
  mirlo mirra mirto misión mismo mitad mitón mocasín mochuelo moción moda modelo modista molde moler molino
  momento monarca monigote monto moqueta moraleja morera mortadela mosaico mostrar mover móvil mozzarella
  mucho mueble muelle muestra mullido multicolor mundo muñeco municipio mural murmullo muro músculo museo
  musgo música mutuo nabo nácar nación nadar naipe nana ñandú nardo nariz narrar nata nativo natural naval
  navegar navidad neblina neceser néctar neón neto nevar nevera niebla nieve níspero nítido nivel nobleza
  noche nocturno nogal nombre nopal ñoqui noria norma noroeste norte nota noticia novato novela novio nube
  nublado núcleo nuevo nuez número nutria oasis objeto oboe obra observar obtener obvio oca ocarina ocaso
  océano ocelote ocio ocre octavo octeto octubre odisea oeste oferta oficio ofrecer oído oír ojal ojiva ojo
  ola oleada olivo olla olmo olor onda ondular ónice onza opaco opalino opción ópera opinar optar óptica
  opuesto orador orbe órbita orden orégano oreja orfebre órgano oriente origen orilla oro oropel orquesta
  ortiga osezno oso ostión ostra otoño otorgar ovación óvalo oveja ovillo oxígeno oyente ozono paciencia pacto
  paella página pago paisaje pájaro palabra palco paleta pálido palma paloma pálpito pamela panal pandereta
  panecillo panorama pantera pañuelo papaya papel papilla paquete parábola parcela pareja parque párrafo parte
  pasar paseo pasillo paso pasta patio pauta pavimento paz peatón peca pecera pecoso pedal pedestal pedir
  pegatina peine pelar peldaño película pelota peluche península peñón pentágono peonía pepino pequeño percha
  perdiz perejil perfil pergamino perico perla permiso perro persona pesa pesca pesebre pétalo petirrojo
  picadillo pichón piedra pieza pijama pilar piloto pimentón pimienta piña pincel pingüino pino pintor pinza
  pirámide pirueta pisada piscina pista pitahaya pitón pizarra placa plan plata playa plaza plegar pleno
  pliegue plumaje plural poblado poco podar podio poema poesía poeta polca polen pollo pomada pomelo pomo
  pompa poncho porcelana portal posada posible poste potaje potencia potro pozole práctica prado precioso
  preferir pregunta premio prensa presente previo primo príncipe prisma proa producto proeza profesor programa
  prólogo promesa propio proverbio prudente prueba público puchero pudín pueblo puente puerta pulgada pulir
  pulpo pulso puma punto punzón pupila pupusa puré puro púrpura puzle quena queso quetzal quiche quilate
  química quinqué quiosco rábano rabel ración radical raíz rallador rama ramillete rampa rana rancho rango
  rápido raqueta rascar rasguear rastrillo ratón rayuela realidad rebaño rebote recado recibir recoger recreo
  recto recurso redactar redondo reflejo reforma refrán regalo regla regreso rehilete reino reír reja relato
  relieve relleno reloj remar remedio remo renacuajo renglón reno reparto repetir repicar reposo requesón
  resina resonar respeto resto resumen retablo retorno retrato reunir revista revuelo rey rezumar ribera
  ricotta riego rienda rifa rimar río riqueza risa risueño ritmo rizado rizo roble roce rociar rodar rodeo
  rodilla rojizo rojo romance romero ronda ropa ropero rosa rosca rosetón rosquilla rotonda rubí rueca rueda
  rugir ruido ruiseñor rulo rumbo rumiar ruta rutina sábado sabio sabroso sacapuntas safari sagaz sala
  salchicha salero salita salmón salón salsa salto salud salvar samba sandía sanear sanidad sano sardina
  sartén sastre satélite sauna savia saxofón secreto secuoya sedal sedoso seguir sello selva semana semilla
  sémola senda señor sensor ser serenata serie serpentina servilleta sésamo seta sevillana sidral sierra
  sigilo signo sílaba silbar silencio silla silueta símbolo simpatía sincero sinfonía singular siroco sistema
  sitio situar soberano sobrio sociable sodio soja soleado sólido solución sombra sonajero sondeo soneto
  sonido sonoro sonrisa sopa sopera soplar soporte soprano sorbete sorgo sorpresa sorteo sosegar sosiego subir
  suelo sueño suerte suéter suflé sugerir sultana sumar superar suponer supremo sur surco sureño surfear
  surgir surtir suspiro sustento susurro sutileza tabique tabla taburete tacón tacto tajín talco talento
  talismán talla tamaño tambor tamiz tango tapete tapia tapón taquilla tararear tarde tarifa tarjeta tarro
  tarta tatami tauro taza tazón teatro tecla técnica teja tejer tejido tejón telar teléfono telón tema témpera
  tenaz tener tenis tentempié teoría tercio término ternura terraza tertulia tesoro tetera texto tiempo tienda
  tierra tijera tilde tilo timbre timón tímpano tinaja tinta tiovivo típico tipo tira titán títere título
  toalla tobillo tobogán tocar toga toldo tomate tómbola tomillo tonada tonel tono tonto topacio toque torcaza
  tordo torneo torre tortuga tostada trabajo tractor traer tráfico tramo tranvía trapecio trasluz travesía
  trazar trébol tren trepar triciclo trigo trineo trípode tritón triunfo trofeo trompeta tronco trotar
  trovador trucha trufa tubería tubo tucán tulipán túnel túnica turbante turismo turno turquesa turrón tutor
  ubicar ukelele último umbral unicornio unidad uniforme unir unísono universo urbano urbe urdimbre urraca
  usanza utensilio útil utopía uva vagón vaina vaivén vajilla vale válido valle valor vals válvula vaquero
  variar vasija vaso vecino vector vegetal vehículo vela velero veloz vendaval venta venus verano verbo verde
  vereda verídico verso vestido vía viaje vibrar vicuña vida vídeo vidrio viento viernes vigor vihuela vilano
  villa vinagre viñedo vinilo vino violín virtud visera visita visor vista vitamina vitral vivaz vivero vivir
  vivo vocación volante volumen volver voz vuelo yate yegua yelmo yema yerba yodo yoga yogur yuca yunque yute
  zafiro zaguán zalamero zamarra zamba zanahoria zapato zapote zarcillo zarpar zarzuela zepelín zigzag zinc
  zócalo zodiaco zona zorzal zueco zumbido zumo zurcir zurrón
`
  .trim()
  .split(/\s+/);
