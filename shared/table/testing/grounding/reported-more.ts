// More reports that tell of several records in one paragraph, of other genres.
import { type GroundingCase, marked } from './grounding.ts'

const box = 'player, points:number, rebounds:number, assists:number, blocks:number, shooting:text'

export const reportedTextsMore: GroundingCase[] = [
  marked(
    'basketball',
    'en',
    box,
    `The Seattle Ravens defeated the Tulsa Drillers , 99 - 91 , at Cascade Arena on Monday . Seattle was led by ⟦1a Owen Achebe⟧ , who tallied ⟦1b 27⟧ points ( ⟦1f 10 - 19⟧ FG ) , ⟦1c 11⟧ rebounds and ⟦1e four→4⟧ blocks . ⟦2a Dario Fenn⟧ had a strong night as well , scoring ⟦2b 20⟧ points with ⟦2d six→6⟧ assists . It was his best game since November . ⟦3a Trey Gaston⟧ and ⟦4a Bo Lindqvist⟧ added ⟦3b 15⟧ and ⟦4b 13⟧ points respectively . Tulsa 's ⟦5a Andre Pickett⟧ went off for ⟦5b 36⟧ points , but he got little help . ⟦6a Rui Tavares⟧ grabbed ⟦6c 14⟧ rebounds to go with ⟦6b 8⟧ points . Up next , the Ravens travel to Boise .`,
  ),
  marked(
    'basketball',
    'en',
    box,
    `⟦1a Jalen Moss⟧ poured in ⟦1b 31⟧ points and the Knights held on for a 112-110 win. ⟦2a Isaac Dunn⟧ had ⟦2b 17⟧ points, ⟦2c nine→9⟧ rebounds and ⟦2d four→4⟧ assists, and ⟦3a Leo Varga⟧ scored ⟦3b 12⟧ off the bench. ⟦4a Kenji Sato⟧, who missed the last two games with a sore ankle, returned with ⟦4b 21⟧ points and ⟦4d 10⟧ assists for the visitors. ⟦5a Mo Diallo⟧ blocked ⟦5e five→5⟧ shots.`,
  ),
  marked(
    'hockey',
    'en',
    'player, goals:number, assists:number, team',
    `⟦1a Anders Lund⟧ scored ⟦1b two→2⟧ goals for the ⟦1d Moose⟧, and ⟦2a Pierre Gagnon⟧ had ⟦2c three→3⟧ assists. ⟦3a Milan Dvorak⟧ replied for the ⟦3d Comets⟧ with ⟦3b one→1⟧ goal and ⟦3c four→4⟧ assists.`,
  ),
  marked(
    'football',
    'en',
    'home, away, home goals:number, away goals:number, crowd:number',
    `⟦1a Ashby Town⟧ beat ⟦1b Corley United⟧ ⟦1c 3⟧-⟦1d 1⟧ in front of ⟦1e 4,210→4210⟧ fans. ⟦2a Fenton⟧ and ⟦2b Holm Athletic⟧ drew ⟦2c 2⟧-⟦2d 2⟧ (⟦2e 1,875→1875⟧). A crowd of ⟦3e 6,040→6040⟧ saw ⟦3a Redwick⟧ lose ⟦3c 0⟧-⟦3d 4⟧ to ⟦3b Stour Valley⟧.`,
  ),
  marked(
    'stocks',
    'nl',
    'bedrijf, verandering:percent, koers:currency EUR',
    `⟦1a Hollandse Zaden⟧ won ⟦1b 2,4%→0.024⟧ tot ⟦1c € 18,30→18.3⟧. ⟦2a Delta Kabel⟧ zakte ⟦2b 0,9%→0.009⟧ en sloot op ⟦2c € 41,05→41.05⟧, terwijl ⟦3a Noordzee Wind⟧ ⟦3b 5,1%→0.051⟧ hoger eindigde op ⟦3c € 7,92→7.92⟧.`,
  ),
  marked(
    'election',
    'en',
    'candidate, party, votes:number, share:percent',
    `⟦1a Mary Osborne⟧ (⟦1b Green⟧) took the seat with ⟦1c 12,480→12480⟧ votes or ⟦1d 41.3%→0.413⟧. ⟦2a Gavin Pryce⟧ of the ⟦2b Liberal League⟧ came second with ⟦2c 10,115→10115⟧ (⟦2d 33.5%→0.335⟧), ahead of the ⟦3b Unionist⟧ ⟦3a Dora Lamb⟧, who got ⟦3c 5,002→5002⟧. ⟦4a Ken Ito⟧ stood as an ⟦4b independent⟧ and won ⟦4d 8.6%→0.086⟧.`,
  ),
  marked(
    'auction',
    'en',
    'lot:number, piece, estimate:currency USD, sold:currency USD, buyer',
    `Lot ⟦1a 14⟧, ⟦1b a walnut bureau⟧, was estimated at ⟦1c $900→900⟧ and fetched ⟦1d $1,350→1350⟧ from ⟦1e a Chicago dealer⟧. Lot ⟦2a 15⟧, ⟦2b a pair of brass lamps⟧, went to ⟦2e a phone bidder⟧ for ⟦2d $420→420⟧. ⟦3b A Persian runner⟧ (lot ⟦3a 16⟧) did better than its estimate of ⟦3c $600→600⟧: ⟦3e the Hale Museum⟧ paid ⟦3d $2,100→2100⟧.`,
  ),
  marked(
    'minutes',
    'fr',
    'qui, tâche, échéance:date, budget:currency EUR',
    `Étaient présents neuf membres. ⟦1a Mme Roche⟧ se charge de ⟦1b réserver la salle⟧ avant le ⟦1c 10 avril 2026→2026-04-10⟧. ⟦2a M. Diop⟧ doit ⟦2b commander les tracts⟧ pour ⟦2d 230 €→230⟧. Quant à ⟦3a Lucie⟧, elle va ⟦3b contacter la presse⟧ d'ici le ⟦3c 2 mai 2026→2026-05-02⟧ ; elle dispose de ⟦3d 75 €→75⟧. La séance est levée à 19 h 40.`,
  ),
  marked(
    'receipt',
    'en',
    'item, qty:number, sum:number',
    `KOPI CORNER SDN BHD
INV 00418-22
⟦1b 2⟧ ⟦1a ICED LATTE⟧        ⟦1c 17.00→17⟧
⟦2b 1⟧ ⟦2a NASI LEMAK⟧        ⟦2c 12.50→12.5⟧
   EXTRA SAMBAL
⟦3b 3⟧ ⟦3a KAYA TOAST⟧        ⟦3c 14.40→14.4⟧
SUBTOTAL            43.90
SERVICE 10%          4.39
ROUNDING             0.01
TOTAL               48.30
CASH                50.00
CHANGE               1.70`,
  ),
  marked(
    'receipt',
    'es',
    'producto, unidades:number, importe:number',
    `FERRETERÍA LÓPEZ
NIF B-48201177
⟦1a Martillo 300 g⟧
  ⟦1b 1⟧ ud   ⟦1c 9,95→9.95⟧
⟦2a Tornillos 4x40⟧
  ⟦2b 5⟧ ud   ⟦2c 6,25→6.25⟧
⟦3a Cinta métrica⟧
  ⟦3b 2⟧ ud   ⟦3c 11,80→11.8⟧
TOTAL   28,00
ENTREGADO 30,00
CAMBIO   2,00`,
  ),
  marked(
    'one sentence',
    'en',
    'person, apples:number, pears:number',
    `⟦1a Mia⟧ picked ⟦1b 14⟧ apples and ⟦1c 3⟧ pears, ⟦2a Noah⟧ ⟦2b 9⟧ apples, and ⟦3a Olga⟧, who came late, only ⟦3c 6⟧ pears.`,
  ),
  marked(
    'one sentence',
    'it',
    'persona, ore:number, giorno',
    `⟦1a Paolo⟧ lavora ⟦1b 6⟧ ore il ⟦1c lunedì⟧, ⟦2a Chiara⟧ ne fa ⟦2b 8⟧ il ⟦2c giovedì⟧, mentre ⟦3a Dino⟧ copre il ⟦3c sabato⟧ con ⟦3b 4⟧ ore.`,
  ),
  marked(
    'one sentence',
    'zh',
    '姓名, 数量:number, 物品',
    `⟦1a 小明⟧买了⟦1b 3⟧本⟦1c 字典⟧，⟦2a 小红⟧买了⟦2b 12⟧支⟦2c 铅笔⟧，而⟦3a 小刚⟧只买了⟦3b 1⟧个⟦3c 书包⟧。`,
  ),
  marked(
    'one sentence',
    'en',
    'parcel, weight:number, cost:currency EUR, country',
    `Parcel ⟦1a RX-11⟧ weighs ⟦1b 2.4⟧ kg and goes to ⟦1d Norway⟧ for ⟦1c €19.90→19.9⟧, ⟦2a RX-12⟧ weighs ⟦2b 0.8⟧ kg and costs ⟦2c €7.60→7.6⟧ to ⟦2d Malta⟧, and for ⟦3a RX-13⟧ to ⟦3d Peru⟧ you pay ⟦3c €64.00→64⟧.`,
  ),
  marked(
    'headings',
    'en',
    'floor, shop, sells, phone',
    `GROUND FLOOR
⟦1b Fig & Thyme⟧ sells ⟦1c spices⟧ (phone ⟦1d 555-0134⟧).
At ⟦2b Lacework⟧ you find ⟦2c curtains⟧; phone ⟦2d 555-0150⟧.

SECOND FLOOR
⟦3b Toy Barn⟧, ⟦3c wooden toys⟧, ⟦3d 555-0177⟧
⟦4b Read More⟧, ⟦4c used books⟧, ⟦4d 555-0191⟧`
      .replace('GROUND FLOOR', '⟦1a2a GROUND FLOOR⟧')
      .replace('SECOND FLOOR', '⟦3a4a SECOND FLOOR⟧'),
  ),
  marked(
    'headings',
    'fr',
    'rubrique, plat, prix:currency EUR, allergène',
    `⟦1a2a Entrées⟧ :
- ⟦1b Velouté de potiron⟧, ⟦1c 6,50 €→6.5⟧ (⟦1d lait⟧)
- ⟦2b Salade de lentilles⟧, ⟦2c 7 €→7⟧ (⟦2d moutarde⟧)
⟦3a4a Plats⟧ :
- ⟦3b Daube provençale⟧, ⟦3c 14,80 €→14.8⟧ (⟦3d céleri⟧)
- ⟦4b Filet de sandre⟧, ⟦4c 17,20 €→17.2⟧ (⟦4d poisson⟧)`,
  ),
  marked(
    'history',
    'en',
    'ruler, from:number, to:number, house',
    `⟦1a Aldric II⟧ reigned from ⟦1b 1204⟧ to ⟦1c 1231⟧ and was the last king of the ⟦1d House of Varn⟧. He was followed by ⟦2a Queen Ysolde⟧ of the ⟦2d House of Marrow⟧, whose reign (⟦2b 1231⟧–⟦2c 1258⟧) saw two wars. Her nephew ⟦3a Tibald⟧ ruled until ⟦3c 1270⟧.`.replaceAll(
      '1231',
      '1231',
    ),
  ),
  marked(
    'space',
    'en',
    'mission, launched:date, crew:number, rocket',
    `⟦1a Helios 3⟧ lifted off on ⟦1b 9 October 2031→2031-10-09⟧ with a crew of ⟦1c 4⟧ aboard a ⟦1d Titan-R⟧. The uncrewed ⟦2a Selene Probe⟧ followed on ⟦2b 22 January 2032→2032-01-22⟧; a ⟦2d Kestrel⟧ carried it. On ⟦3b 3 June 2032→2032-06-03⟧, ⟦3a Helios 4⟧ took ⟦3c 6⟧ astronauts to orbit.`,
  ),
  marked(
    'recipes',
    'de',
    'gericht, zeit:number, kalorien:number, zutat',
    `Die ⟦1a Kürbissuppe⟧ ist in ⟦1b 35⟧ Minuten fertig, hat ⟦1c 310⟧ Kalorien und wird mit ⟦1d Ingwer⟧ gewürzt. Für das ⟦2a Linsencurry⟧ brauchen Sie ⟦2d Kokosmilch⟧ und ⟦2b 50⟧ Minuten Zeit; es bringt ⟦2c 540⟧ Kalorien mit. Schneller geht der ⟦3a Gurkensalat⟧: ⟦3b 10⟧ Minuten, ⟦3c 95⟧ Kalorien, frischer ⟦3d Dill⟧.`,
  ),
  marked(
    'shipments',
    'tr',
    'müşteri, ürün, adet:number, tarih:date',
    `⟦1a Demir Ticaret⟧ için ⟦1c 40⟧ adet ⟦1b sandalye⟧ ⟦1d 5 Mart 2026→2026-03-05⟧ tarihinde yola çıktı. ⟦2a Güneş Otel⟧ ⟦2c 15⟧ ⟦2b masa⟧ bekliyor, teslimat ⟦2d 12 Mart 2026→2026-03-12⟧. ⟦3a Öz Gıda⟧ ise ⟦3c 120⟧ ⟦3b tabak⟧ sipariş etti.`,
  ),
]
