// Records told in several sentences each: an opening that names the record, then whatever sentences tell the rest of it.

/**
 * `fields` say how each value is drawn: words between bars, `a..b` for whole numbers, `date`, or `money` for a range.
 * Every opening has the first field. Sentences follow until all fields are told, in any order.
 */
export type Grammar = {
  genre: string
  language: string
  fields: Record<string, string>
  openings: string[]
  sentences: string[]
  stop?: string
}

const peopleNames =
  'Alan Bell Merrow|Begoña Ibáñez|Cathal Ó Briain|Dagny Østergård|Edwin O. Thrale|Fumiko Tan|Giacomo D’Angelo|Harriet Vance|Ilse Strößner|João Simões|Kwame Adu|Lucille Amory|Mihály Őri|Nadia Rahal|Otto Lange|Percy St. Clair'

export const grammars: Grammar[] = [
  {
    genre: 'told restaurants',
    language: 'en',
    fields: {
      name: 'The Vaults|Blue Spice|Cotto|Loch Fyne|Zizzi|The Rice Boat|Wildwood|Fitzbillies|Alimentum|Giraffe|The Punter|Green Man',
      food: 'English|Italian|French|Indian|Japanese|Chinese|fast food',
      price: 'cheap|moderately priced|expensive|less than £20|£20-25|more than £30',
      area: 'riverside|city centre',
      rating: '1 out of 5|3 out of 5|5 out of 5|low|average|4.5 stars',
      near: 'Café Adriatic|Burger King|Rainbow Vegetarian Café|Crowne Plaza Hotel|Raja Indian Cuisine|All Bar One',
      family: 'family friendly|not family friendly|adults only',
    },
    openings: [
      '{name} is a {food} restaurant in the {area}',
      '{name} is a place near {near} that serves {food} food',
      'Near {near}, in the {area}, there is a {food} pub called {name}',
      'There is a {family} coffee shop, {name}, near {near}',
      '{name} offers {food} dishes at {price} prices',
      'If you are near {near}, try {name}',
    ],
    sentences: [
      'It has a customer rating of {rating}',
      'Customers gave it {rating}',
      'Its price range is {price}',
      'It is {price} and {family}',
      'You can find it in the {area} area near {near}',
      'It is located in the {area}',
      'It is {family}',
      'It serves {food} food and is rated {rating}',
      'It stands near {near}',
      'The food there is {food}',
    ],
  },
  {
    genre: 'told people',
    language: 'en',
    fields: {
      name: peopleNames,
      born: 'date',
      place: 'Dunmore|Kestrel Bay|Jyväskylä|Weißenfels|São Luís|Leith|Éibar|Göteborg|Kraków',
      job: 'botanist|left back|politician|film director|poet|goalkeeper|judge|sculptor',
      club: 'Harbour United|Real Ardales|the Northern Council|Vela Press|the Royal Academy|FC Zeezicht',
      from: '1921..1999',
      caps: '11..240',
      award: 'the Merrow Prize|a bronze medal|the Order of the Quill|a Kite Award|the Golden Oar',
    },
    openings: [
      '{name} (born {born} in {place}) is a {job}',
      '{name} (born {born}) is a retired {job}',
      'Born in {place}, {name} was a {job} who joined {club} in {from}',
      '{name} was a {job} best known for winning {award}',
      '{name} is a {job} from {place}',
    ],
    sentences: [
      'She was born on {born}',
      'He came to {club} in {from} and stayed for {caps} games',
      'He was born in {place} on {born}',
      'She made {caps} appearances',
      'In {from} he moved to {club}',
      'She also received {award}',
      'Later he worked as a {job}',
      'Her career began at {club} in {from}; she won {award}',
      'He hails from {place}',
    ],
  },
  {
    genre: 'told players',
    language: 'en',
    fields: {
      name: 'Isaiah Thorne|Marcus Bright|D’Angelo Reyes|Luka Petrović|Ken Abe|Jonas Okafor|Tyrese Hall|Nikola Vučić|Al Grant|Goran Ilić|Dario Šarac|Kyle O’Dea',
      points: '2..44',
      rebounds: '1..17',
      assists: '0..14',
      minutes: '12..43',
      made: '1..16',
      blocks: '0..6',
    },
    openings: [
      '{name} led the way with {points} points and {rebounds} rebounds in {minutes} minutes',
      '{name} had {points} points ({made} field goals) to go with {assists} assists',
      'Off the bench, {name} chipped in {points} points, {rebounds} boards and {assists} assists',
      '{name} was good for {points} points on {made} made shots in {minutes} minutes of action',
      '{name} played {minutes} minutes, scoring {points}',
    ],
    sentences: [
      'He added {assists} assists and {blocks} blocked shots',
      'He also pulled down {rebounds} rebounds',
      'He dished out {assists} assists over {minutes} minutes',
      'He made {made} of his shots and blocked {blocks}',
      'He finished with {rebounds} boards',
      'He needed {minutes} minutes for that',
      'He swatted {blocks} shots',
      'He hit {made} field goals',
      'He scored {points} in all',
      'He handed out {assists} dimes',
    ],
  },
  {
    genre: 'told airports',
    language: 'en',
    fields: {
      name: 'Alderney Field|Agra North|Ardmore Strip|Al-Taq Base|Angola Bay International|Adolfo Sol Airport|Athlone East',
      city: 'Saint Anne|Uttar|Ardmore|Fallujah East|Ícolo|Madrid Sur|Moate',
      runway: '900..4800',
      height: '3..2100',
      operator: 'the Port Authority|AeroSol|the Air Wing|Indra Fields|Civil Aviation Board|Shannon Group',
      opened: '1911..2019',
    },
    openings: [
      '{name} serves the city of {city}',
      '{name}, operated by {operator}, lies {height} metres above sea level',
      'The runway of {name} is {runway} metres long',
      '{city} is served by {name}, which opened in {opened}',
    ],
    sentences: [
      'Its runway has a length of {runway} metres',
      'It is {height} metres above sea level and is run by {operator}',
      'It opened in {opened}',
      'It serves {city}',
      'The operating organisation is {operator}',
      'Its elevation is {height} metres',
    ],
  },
  {
    genre: 'told people',
    language: 'de',
    fields: {
      name: 'Wilhelmine Strößner|Jürgen Weiß|Käthe Öhler|Bernd von der Heide|Zoë Groß|Hans-Peter Kühn|Anna Vogt',
      born: 'date',
      place: 'Weißenfels|Köln|Görlitz|Bad Tölz|Zürich',
      job: 'Mathematikerin|Malerin|Chemiker|Torwart|Richter|Schriftstellerin',
      club: 'dem Nordlicht-Verlag|Wacker Mühlheim|der Akademie|dem Stadttheater',
      from: '1921..1999',
      caps: '11..240',
    },
    openings: [
      '{name} (* {born} in {place}) ist {job}',
      '{name}, {job}, stammt aus {place}',
      'In {place} wurde {name} geboren',
    ],
    sentences: [
      'Seit {from} arbeitet sie bei {club}',
      'Geboren am {born}',
      'Er kam auf {caps} Einsätze',
      'Von Beruf ist sie {job}',
      'Im Jahr {from} wechselte er zu {club} und blieb {caps} Spiele lang',
      'Heimatort ist {place}',
    ],
  },
  {
    genre: 'told restaurants',
    language: 'es',
    fields: {
      name: 'Casa Peñón|El Rincón de Inés|La Ñora|Mesón Castilla|Bar Júcar|Añil',
      food: 'cocina peruana|paella|tapas|carne a la brasa|cocina vegana',
      price: 'barato|caro|unos 20 €|menos de 15 €|de precio medio',
      area: 'el puerto|el casco viejo|la estación|el ensanche',
      rating: '3 de 5|5 de 5|nota baja|4,5 estrellas',
    },
    openings: ['{name} ofrece {food} en {area}', '{name} es un sitio {price} cerca de {area}', 'En {area} está {name}'],
    sentences: [
      'Los clientes le dan {rating}',
      'Es {price}',
      'Sirven {food}',
      'Queda por {area}',
      'Tiene {rating} y sirve {food}',
    ],
  },
  {
    genre: 'told people',
    language: 'ru',
    fields: {
      name: 'Фёдор Щербаков|Зоя Объедкова|Илья Семёнов|Ольга Йорданская|Пётр Цой',
      born: 'date',
      place: 'Орёл|Тверь|Казань|Йошкар-Ола',
      job: 'геолог|поэт|вратарь|художница',
      club: 'Маяк|Вектор|Северный музей|Полярный институт',
      from: '1921..1999',
      caps: '11..240',
    },
    openings: [
      '{name} — {job}, родной город — {place}',
      '{name} (род. {born}) — {job}',
      'Родной город — {place}: так о себе говорит {name}',
    ],
    sentences: [
      'Дата рождения: {born}',
      'Клуб: «{club}», с {from} года',
      'Сыграно {caps} матчей',
      'Профессия — {job}',
      'Родной город — {place}',
    ],
  },
  {
    genre: 'told restaurants',
    language: 'zh',
    fields: {
      name: '老王面馆|春风茶楼|海底小馆|明月轩|东篱小筑',
      food: '川菜|牛肉面|小笼包|烤鸭',
      price: '人均30元|人均88元|人均120元|价格便宜',
      area: '河边|市中心|大学城|老城区',
      rating: '三星|五星|4.5分|评分偏低',
    },
    openings: ['{name}在{area}', '{area}有一家{name}', '{name}以{food}出名'],
    sentences: ['主营{food}', '{price}', '顾客给了{rating}', '地点在{area}', '{price}，{rating}'],
    stop: '。',
  },
]
