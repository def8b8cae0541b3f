// More texts of one record each, in other genres and languages.
import type { JoinedSet } from './joined-sets.ts'

export const joinedSetsMore: JoinedSet[] = [
  {
    genre: 'hotels',
    language: 'en',
    columns: 'name, kind, stars:number, price:currency GBP, area, breakfast, near',
    records: [
      `⟦a Ashgrove Lodge⟧ is a ⟦c 3⟧ star ⟦b guest house⟧ in ⟦e the north of town⟧. A night costs ⟦d £64→64⟧ with ⟦f full English⟧ breakfast.`,
      `In ⟦e the harbour district⟧ you can stay at ⟦a The Mariner⟧, an ⟦b inn⟧ close to ⟦g the lighthouse⟧, from ⟦d £88→88⟧.`,
      `⟦a Hotel Belmont⟧ has ⟦c 5⟧ stars. It is located near ⟦g Victoria Station⟧. Expect to pay ⟦d £240→240⟧; breakfast is ⟦f continental⟧.`,
      `For a cheap bed, try ⟦a Backpack Inn⟧. This ⟦b hostel⟧ asks ⟦d £19→19⟧ and lies in ⟦e the student quarter⟧.`,
      `Next to ⟦g King's Park⟧ is ⟦a Rowan Court⟧: ⟦c 4⟧ stars, ⟦f vegan⟧ breakfast, quiet rooms.`,
      `⟦a The Old Bakery⟧, a small ⟦b bed and breakfast⟧ in ⟦e the west end⟧, charges ⟦d £72→72⟧ and has ⟦c 2⟧ stars.`,
    ],
  },
  {
    genre: 'politicians',
    language: 'en',
    columns: 'name, born:date, place, party, office, elected:number',
    records: [
      `⟦a edwin harlow⟧ -lrb- born ⟦b march 3 , 1952→1952-03-03⟧ -rrb- is an american politician . he was elected ⟦e mayor of dayton⟧ in ⟦f 1998⟧ as a ⟦d democrat⟧ .`,
      `⟦a Beatrix Ooms⟧ (born ⟦b 21 October 1967→1967-10-21⟧ in ⟦c Breda⟧) has been ⟦e minister of transport⟧ since ⟦f 2017⟧. She belongs to the ⟦d Labour Party⟧.`,
      `⟦a Samuel Tetteh⟧ is a Ghanaian lawyer and ⟦e member of parliament⟧. A native of ⟦c Kumasi⟧, he joined the ⟦d People's Alliance⟧ and won his seat in ⟦f 2008⟧.`,
      `⟦a María del Carmen Ibáñez⟧, ⟦e governor of Jalisco⟧ for the ⟦d Citizens' Movement⟧, was born on ⟦b 6 June 1975→1975-06-06⟧. She took office in ⟦f 2019⟧.`,
      `Born in ⟦c Tartu⟧, ⟦a Jaan Kask⟧ led the ⟦d Reform Union⟧ for a decade. He became ⟦e speaker⟧ in ⟦f 2003⟧.`,
    ],
  },
  {
    genre: 'ships',
    language: 'en',
    columns: 'ship, length:number, built:number, yard, top speed:number, flag',
    records: [
      `The ⟦a Aurora Star⟧ was built by ⟦d Keller Werft⟧ in ⟦c 1996⟧. It is ⟦b 188.4⟧ metres long and reaches ⟦e 22⟧ knots.`,
      `⟦a MV Corvina⟧, which sails under the flag of ⟦f Malta⟧, has a length of ⟦b 92⟧ metres.`,
      `With a top speed of ⟦e 31⟧ knots the ferry ⟦a Swift Gale⟧ is the fastest of the fleet; ⟦d Austral Yards⟧ delivered her in ⟦c 2012⟧.`,
      `⟦a Baltic Pride⟧ (⟦f Finland⟧): ⟦b 164.0⟧ metres, ⟦e 19.5⟧ knots. ⟦d Turku Marine⟧ is the builder.`,
      `The flag of ⟦f Panama⟧ flies on the ⟦a Ocean Harvest⟧, a freighter from ⟦c 1978⟧ that measures ⟦b 140.2⟧ metres.`,
    ],
  },
  {
    genre: 'footballers',
    language: 'es',
    columns: 'nombre, nacido:date, lugar, posición, club, goles:number',
    records: [
      `⟦a Julián Arregui⟧ (⟦c Pamplona⟧, ⟦b 17 de marzo de 1992→1992-03-17⟧) es un futbolista español que juega como ⟦d delantero⟧ en el ⟦e Real Avilés⟧. Lleva ⟦f 41⟧ goles.`,
      `⟦a Mateo Quispe⟧ nació el ⟦b 2 de noviembre de 1985→1985-11-02⟧ en ⟦c Arequipa⟧. Fue ⟦d portero⟧ del ⟦e Deportivo Sur⟧ durante doce años.`,
      `El ⟦d lateral⟧ ⟦a Iker Zabala⟧ debutó con el ⟦e Athletic Goierri⟧ en 2010. Ha marcado ⟦f 9⟧ goles.`,
      `Nacido en ⟦c Rosario⟧ el ⟦b 25 de julio de 1999→1999-07-25⟧, ⟦a Tomás Ferreyra⟧ es ⟦d mediocampista⟧. Su equipo actual es el ⟦e Unión Norte⟧.`,
    ],
  },
  {
    genre: 'events',
    language: 'it',
    columns: 'evento, luogo, data:date, ora:time, prezzo:currency EUR, artista',
    records: [
      `⟦a Notte delle Stelle⟧ si tiene il ⟦c 12 luglio 2026→2026-07-12⟧ al ⟦b Teatro Romano⟧. Si comincia alle ⟦d 21:30⟧ e il biglietto costa ⟦e 25 €→25⟧.`,
      `Al ⟦b Castello Visconteo⟧ suona ⟦f l'Orchestra Verdi⟧: il concerto ⟦a Aria d'Estate⟧ è in programma per il ⟦c 3 agosto 2026→2026-08-03⟧.`,
      `⟦f Giulia Ferrante⟧ presenta ⟦a Canti di Mare⟧ alle ⟦d 20:00⟧ presso la ⟦b Villa Olmo⟧. Ingresso ⟦e 18 €→18⟧.`,
      `Non perdete ⟦a Jazz sul Lago⟧! Il ⟦c 28 giugno 2026→2026-06-28⟧, ore ⟦d 22:15⟧, con ⟦f il Trio Marchetti⟧. Prezzo: ⟦e 15 €→15⟧.`,
    ],
  },
  {
    genre: 'restaurants',
    language: 'ja',
    columns: '店, 料理, 場所, 予算:number, 席:number, 定休日',
    records: [
      `⟦a 花月⟧は⟦c 渋谷⟧にある⟦b 寿司⟧の店です。予算は⟦d 4500⟧円、席は⟦e 18⟧席あります。`,
      `⟦c 梅田⟧駅の近くに⟦b ラーメン⟧で有名な⟦a 龍麺亭⟧があります。予算は⟦d 950⟧円で、定休日は⟦f 火曜日⟧です。`,
      `⟦a カフェ木漏れ日⟧（⟦c 鎌倉⟧）は⟦b 和菓子⟧を出します。⟦e 32⟧席で、⟦f 木曜日⟧は休みです。`,
      `⟦b 焼き鳥⟧なら⟦a 鳥よし⟧がおすすめです。場所は⟦c 博多⟧、予算は⟦d 3200⟧円です。`,
    ],
  },
  {
    genre: 'tickets',
    language: 'en',
    columns: 'ticket, reporter, product, opened:date, priority, assignee',
    records: [
      `Ticket ⟦a SUP-3301⟧ was opened on ⟦d 2026-04-02⟧ by ⟦b Karla Jung⟧: the ⟦c label printer⟧ jams. Priority is ⟦e high⟧, and ⟦f Deepak⟧ is on it.`,
      `⟦b Omar Said⟧ reported that the ⟦c mobile app⟧ crashes at start (⟦a SUP-3307⟧, ⟦e critical⟧). ⟦f Lena⟧ took it over.`,
      `Since ⟦d 2026-04-05⟧ the ⟦c billing export⟧ has been missing a column. ⟦b Finance⟧ filed ⟦a SUP-3312⟧. It is ⟦e low⟧ priority and nobody has it yet.`,
      `⟦f Marek⟧ closed ⟦a SUP-3320⟧ about the ⟦c login page⟧; ⟦b Ruth Amsel⟧ had written in on ⟦d 2026-04-07⟧.`,
      `New: ⟦a SUP-3324⟧, ⟦e medium⟧. The ⟦c barcode scanner⟧ of ⟦b Store 12⟧ loses its connection. Assigned to ⟦f Yuki⟧.`,
    ],
  },
  {
    genre: 'flats',
    language: 'de',
    columns: 'straße, ort, miete:currency EUR, fläche:number, zimmer:number, frei:date',
    records: [
      `In der ⟦a Lindenstraße 8⟧ in ⟦b Erfurt⟧ wird zum ⟦f 1. April 2026→2026-04-01⟧ eine Wohnung frei. Sie hat ⟦e 3⟧ Zimmer auf ⟦d 74⟧ m² und kostet ⟦c 690 €→690⟧ kalt.`,
      `Schöne Altbauwohnung in ⟦b Halle⟧, ⟦a Am Markt 2⟧: ⟦d 112⟧ m², ⟦e 4⟧ Zimmer, Balkon. Miete ⟦c 1.050 €→1050⟧.`,
      `Möbliertes Apartment (⟦d 31⟧ m²) ab ⟦f 15. Mai 2026→2026-05-15⟧ für ⟦c 480 €→480⟧ zu vermieten. Adresse: ⟦a Bahnhofsweg 19⟧, ⟦b Jena⟧.`,
      `⟦b Weimar⟧, ⟦a Goetheplatz 5⟧. Die Wohnung ist ⟦d 58,5→58.5⟧ m² groß und hat ⟦e 2⟧ Zimmer. Der Einzug ist ab ⟦f 1. Juni 2026→2026-06-01⟧ möglich.`,
    ],
  },
  {
    genre: 'products',
    language: 'pt',
    columns: 'produto, marca, preço:currency BRL, peso:number, cor, estoque:number',
    records: [
      `A ⟦a mochila Trilha⟧ da ⟦b Serrana⟧ pesa ⟦d 740⟧ gramas e custa ⟦c R$ 289,90→289.9⟧. Disponível em ⟦e verde⟧.`,
      `Temos ⟦f 16⟧ unidades da ⟦a garrafa térmica Polo⟧, cor ⟦e preta⟧, por ⟦c R$ 119,00→119⟧.`,
      `⟦a Barraca Pampa⟧: ⟦d 3200⟧ gramas, marca ⟦b Campo Livre⟧, ⟦c R$ 899,00→899⟧. Restam ⟦f 4⟧ em estoque.`,
      `O ⟦a saco de dormir Aconchego⟧ é ⟦e azul⟧ e tem ⟦d 1150⟧ gramas. A fabricante é a ⟦b Norte Sul⟧.`,
    ],
  },
  {
    genre: 'incidents',
    language: 'nl',
    columns: 'plaats, dag:date, slachtoffers:number, leeftijd:number, voertuig, weg',
    records: [
      `Bij een ongeluk in ⟦a Deventer⟧ zijn op ⟦b 4 maart 2026→2026-03-04⟧ ⟦c twee→2⟧ mensen gewond geraakt. Een ⟦e bestelbus⟧ reed op de ⟦f Hanzeweg⟧ tegen een boom.`,
      `Een ⟦d 34⟧-jarige fietser is in ⟦a Zeist⟧ aangereden door een ⟦e taxi⟧. Het gebeurde op de ⟦f Slotlaan⟧.`,
      `Op de ⟦f A28⟧ bij ⟦a Zwolle⟧ kantelde ⟦b 11 maart 2026→2026-03-11⟧ een ⟦e vrachtwagen⟧. De bestuurder van ⟦d 52⟧ bleef ongedeerd.`,
      `In ⟦a Goes⟧ botste een ⟦e scooter⟧ op een lantaarnpaal; de ⟦d 17⟧-jarige bestuurder moest naar het ziekenhuis. De politie zoekt getuigen.`,
    ],
  },
  {
    genre: 'biographies',
    language: 'ar',
    columns: 'الاسم, المدينة, الميلاد:number, العمل, الكتب:number',
    records: [
      `⟦a سامي الحداد⟧ كاتب ولد في ⟦b دمشق⟧ سنة ⟦c 1954⟧ وعمل ⟦d مدرسا⟧. نشر ⟦e 12⟧ كتابا.`,
      `ولدت ⟦a ليلى منصور⟧ عام ⟦c 1971⟧ في ⟦b الإسكندرية⟧. وهي تعمل ⟦d طبيبة⟧.`,
      `⟦a يوسف بن علي⟧ شاعر من ⟦b فاس⟧، له ⟦e 5⟧ كتب. كان ⟦d قاضيا⟧ حتى وفاته.`,
    ],
  },
  {
    genre: 'staff',
    language: 'ko',
    columns: '이름, 부서, 나이:number, 도시, 연봉:number',
    records: [
      `⟦a 김민준⟧ 씨는 ⟦b 영업부⟧에서 일합니다. 나이는 ⟦c 34⟧세이고 ⟦d 부산⟧에 삽니다. 연봉은 ⟦e 4800만→48000000⟧ 원입니다.`,
      `⟦a 이서연⟧ 씨는 ⟦c 29⟧세입니다. ⟦b 개발팀⟧ 소속이며 연봉은 ⟦e 5600만→56000000⟧ 원입니다.`,
      `⟦d 대구⟧에 사는 ⟦a 박지훈⟧ 씨는 ⟦b 인사부⟧ 과장이고 ⟦c 45⟧세입니다.`,
    ],
  },
]
