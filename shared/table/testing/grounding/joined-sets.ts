// Texts of one record each, in many genres and languages, that are put one after the other.

/** Texts that tell a record of the same columns each; the letter of a mark is its column. */
export type JoinedSet = { genre: string; language: string; columns: string; records: string[] }

export const joinedSets: JoinedSet[] = [
  {
    genre: 'restaurants',
    language: 'en',
    columns: 'name, kind, food, price, area, rating, near',
    records: [
      `⟦a The Copper Kettle⟧ is a ⟦d cheap⟧ ⟦b pub⟧ on the ⟦e riverside⟧ that serves ⟦c Thai⟧ food. Families are welcome.`,
      `Close to ⟦g Garden Hall⟧ you will find ⟦a Luna⟧, a ⟦b restaurant⟧ with ⟦c Italian⟧ dishes and a customer rating of ⟦f 3 out of 5⟧.`,
      `If you like ⟦c Indian⟧ food, try ⟦a Saffron House⟧. It lies in the ⟦e city centre⟧, charges ⟦d £20-25⟧ and is rated ⟦f average⟧.`,
      `⟦a Blue Lantern⟧ is ⟦d high priced⟧ but has a ⟦f 5 out of 5⟧ rating. This ⟦b coffee shop⟧ near ⟦g Mill Bridge⟧ is not family-friendly.`,
      `There is a ⟦c Japanese⟧ place named ⟦a Koi⟧ in the ⟦e old town⟧. Its prices are ⟦d less than £15⟧, and guests call it ⟦f excellent⟧.`,
      `⟦a Harbour Grill⟧ offers ⟦c seafood⟧ for ⟦d more than £40⟧; this ⟦b bistro⟧ is located ⟦e by the docks⟧ beside ⟦g The Anchor⟧.`,
      `Near ⟦g Café Moritz⟧ stands ⟦a Wildwood⟧. It is a ⟦d moderately priced⟧ ⟦c vegan⟧ ⟦b diner⟧ rated ⟦f 1 out of 5⟧.`,
    ],
  },
  {
    genre: 'biographies',
    language: 'en',
    columns: 'name, born:date, place, work, team, games:number',
    records: [
      `⟦a Martin Oakley⟧ (born ⟦b 4 May 1971→1971-05-04⟧ in ⟦c Hull⟧) is an English ⟦d football manager⟧. He played ⟦f 212⟧ games for ⟦e Barnsley Rovers⟧ before an injury ended his career.`,
      `⟦a Irene Castellano⟧ is an Argentine ⟦d swimmer⟧ from ⟦c Rosario⟧. Born on ⟦b July 19, 1988→1988-07-19⟧, she has been with ⟦e Club Delfines⟧ since her youth.`,
      `⟦a Tomasz Wilk⟧ , born ⟦b 30 November 1964→1964-11-30⟧ , is a retired Polish ⟦d goalkeeper⟧ who stood between the posts in ⟦f 347⟧ matches for ⟦e Stal Gliwice⟧ .`,
      `⟦a Grace Adeyemi⟧ (⟦b 12 February 1990→1990-02-12⟧ – ) is a Nigerian ⟦d sprinter⟧. She was born in ⟦c Ibadan⟧ and trained in Leeds. In 2014 she won a silver medal.`,
      `Born in ⟦c Malmö⟧ on ⟦b 8 August 1979→1979-08-08⟧, ⟦a Lars Holmgren⟧ was a ⟦d left winger⟧. The Swede made ⟦f 98⟧ appearances for ⟦e IFK Norra⟧ and scored eleven goals.`,
      `⟦a Hiroshi Nakata⟧ is a Japanese ⟦d shortstop⟧ for the ⟦e Osaka Comets⟧. He was born on ⟦b 1 January 1995→1995-01-01⟧ in ⟦c Sakai⟧, Osaka, and has played ⟦f 530⟧ games.`,
    ],
  },
  {
    genre: 'facts',
    language: 'en',
    columns: 'name, city, height:number, floors:number, opened:number, owner',
    records: [
      `⟦a Harcourt Tower⟧ in ⟦b Leeds⟧ has ⟦d 31⟧ floors and was completed in ⟦e 2008⟧.`,
      `The ⟦c 142⟧ metre high ⟦a Marlin Building⟧ is owned by ⟦f Delphi Estates⟧ and stands in ⟦b Tampa⟧.`,
      `⟦f The city of Graz⟧ owns ⟦a the Kalthof Arena⟧, which opened in ⟦e 1987⟧ and is ⟦c 38⟧ metres high.`,
      `Located in ⟦b Porto⟧, ⟦a Torre Azul⟧ rises to ⟦c 96⟧ metres. It has ⟦d 24⟧ floors. Its owner is ⟦f Grupo Vasco⟧.`,
      `⟦a 11 Regent Place⟧ (⟦b Glasgow⟧) was built in ⟦e 1931⟧; with ⟦d 9⟧ floors it was the tallest house of its time.`,
      `⟦a The Pearl Centre⟧ was opened in ⟦e 2015⟧ in ⟦b Doha⟧ by ⟦f Al Noor Holding⟧. The height of the building is ⟦c 210.5⟧ metres and it has ⟦d 52⟧ floors.`,
    ],
  },
  {
    genre: 'biographies',
    language: 'de',
    columns: 'name, born:date, place, work, died:date',
    records: [
      `⟦a Johann Breitner⟧ (* ⟦b 3. April 1842→1842-04-03⟧ in ⟦c Passau⟧; † ⟦e 17. Juni 1911→1911-06-17⟧ in Wien) war ein österreichischer ⟦d Orgelbauer⟧.`,
      `⟦a Klara Wendt⟧ wurde am ⟦b 22. September 1903→1903-09-22⟧ in ⟦c Stettin⟧ geboren. Sie arbeitete als ⟦d Bildhauerin⟧ und starb am ⟦e 5. März 1987→1987-03-05⟧.`,
      `⟦a Otto Freiherr von Haller⟧ (* ⟦b 1. Dezember 1878→1878-12-01⟧; † ⟦e 30. Januar 1945→1945-01-30⟧) war ⟦d Botaniker⟧. Er lehrte in Jena und beschrieb über 40 Arten.`,
      `Der ⟦d Schachmeister⟧ ⟦a Emil Jørgensen⟧ kam am ⟦b 14. Mai 1899→1899-05-14⟧ in ⟦c Flensburg⟧ zur Welt. Seine letzte Partie spielte er 1960.`,
      `⟦a Rosa Lichtblau⟧, geboren am ⟦b 9. Juli 1921→1921-07-09⟧ in ⟦c Lemberg⟧, war eine deutsche ⟦d Übersetzerin⟧. Für ihr Werk erhielt sie 1974 einen Preis.`,
    ],
  },
  {
    genre: 'job ads',
    language: 'en',
    columns: 'title, company, city, salary:currency USD, hours:number, closing:date',
    records: [
      `⟦b Northwind Logistics⟧ is looking for a ⟦a warehouse supervisor⟧ in ⟦c Columbus⟧. You will lead a team of 14. We pay ⟦d $58,000→58000⟧ a year for ⟦e 40⟧ hours a week. Apply by ⟦f March 15, 2026→2026-03-15⟧.`,
      `We need a ⟦a data analyst⟧! ⟦b Brightleaf⟧ offers ⟦d $71,500→71500⟧, a flexible ⟦e 36⟧-hour week and an office in ⟦c Denver⟧. Closing date: ⟦f April 2, 2026→2026-04-02⟧.`,
      `⟦a Registered nurse⟧ wanted. ⟦b St. Anne Clinic⟧, ⟦c Tulsa⟧. Salary from ⟦d $64,200→64200⟧. Applications until ⟦f 28 February 2026→2026-02-28⟧.`,
      `Are you a ⟦a pastry chef⟧ with five years of experience? Then join ⟦b Maison Claire⟧ in ⟦c New Orleans⟧: ⟦e 32⟧ hours a week at ⟦d $49,750→49750⟧.`,
      `For its site in ⟦c Reno⟧, ⟦b Sierra Batteries⟧ is hiring a ⟦a maintenance electrician⟧ (⟦e 38⟧ hours, ⟦d $66,000→66000⟧). Send your papers before ⟦f May 9, 2026→2026-05-09⟧.`,
    ],
  },
  {
    genre: 'museums',
    language: 'fr',
    columns: 'musée, ville, entrée:currency EUR, œuvres:number, fondé:number, jour',
    records: [
      `⟦a Le musée Carnot⟧ se trouve à ⟦b Dijon⟧. Fondé en ⟦e 1882⟧, il abrite ⟦d 3 400→3400⟧ œuvres. L'entrée coûte ⟦c 8,50 €→8.5⟧.`,
      `À ⟦b Nantes⟧, ⟦a la Maison des Marins⟧ est fermée le ⟦f mardi⟧. Le billet est à ⟦c 6 €→6⟧ et la collection compte ⟦d 950⟧ pièces.`,
      `⟦a Le Palais Verne⟧ (⟦b Amiens⟧) a ouvert ses portes en ⟦e 1979⟧ ; on y voit ⟦d 1 120→1120⟧ objets. Fermeture hebdomadaire : ⟦f lundi⟧.`,
      `Créée en ⟦e 2003⟧, ⟦a la Fondation Abelin⟧ accueille le public à ⟦b Arles⟧ pour ⟦c 12 €→12⟧, sauf le ⟦f mercredi⟧.`,
      `Les amateurs de céramique iront à ⟦b Limoges⟧ : ⟦a l'Espace Terre et Feu⟧ expose ⟦d 2 275→2275⟧ pièces. Tarif plein ⟦c 9 €→9⟧.`,
    ],
  },
  {
    genre: 'companies',
    language: 'zh',
    columns: '公司, 城市, 成立:number, 员工:number, 产品',
    records: [
      `⟦a 远帆科技⟧成立于⟦c 2009⟧年，总部位于⟦b 杭州⟧，主要生产⟦e 智能门锁⟧，现有员工⟦d 860⟧人。`,
      `总部设在⟦b 青岛⟧的⟦a 海岳食品⟧拥有⟦d 2300⟧名员工。该公司创立于⟦c 1994⟧年，以⟦e 冷冻水饺⟧闻名。`,
      `⟦a 北辰医药⟧是一家位于⟦b 长春⟧的企业，⟦c 1987⟧年成立。它的主打产品是⟦e 止痛贴⟧。`,
      `⟦a 金穗农机⟧（⟦b 洛阳⟧）专门制造⟦e 收割机⟧。公司有⟦d 1450⟧名职工。`,
      `⟦a 云朵玩具⟧于⟦c 2016⟧年在⟦b 汕头⟧创办，员工约⟦d 320⟧人，出口⟦e 积木⟧。`,
    ],
  },
  {
    genre: 'order mails',
    language: 'en',
    columns: 'customer, item, pieces:number, unit price:currency EUR, deliver:date, order no',
    records: [
      `Hello, this is ⟦a Pia Lund⟧. Please send me ⟦c 3⟧ ⟦b garden lamps⟧ at ⟦d €34.50→34.5⟧ each. I am at home on ⟦e 4 June 2026→2026-06-04⟧. My order number is ⟦f LX-20418⟧.`,
      `Hi there! ⟦a Café Orient⟧ would like ⟦c 24⟧ ⟦b espresso cups⟧, ⟦d €4.20→4.2⟧ apiece as quoted. Delivery by ⟦e 12 June 2026→2026-06-12⟧, please. Thanks!`,
      `Dear team, order ⟦f LX-20533⟧ from ⟦a Mr Osei⟧: ⟦c 1⟧ ⟦b rain barrel⟧ for ⟦d €89.00→89⟧. No hurry, ⟦e 30 June 2026→2026-06-30⟧ is fine.`,
      `We need ⟦c 150⟧ ⟦b seed trays⟧. The price of ⟦d €0.95→0.95⟧ is agreed. Regards, ⟦a Hof Brandt⟧`,
      `⟦a Ines Moreau⟧ here. Could I get ⟦c 2⟧ ⟦b hammocks⟧ (⟦d €61.75→61.75⟧ each) before ⟦e 9 July 2026→2026-07-09⟧? Reference ⟦f LX-20611⟧. Many thanks.`,
    ],
  },
  {
    genre: 'flats',
    language: 'es',
    columns: 'calle, barrio, precio:currency EUR, metros:number, habitaciones:number, planta',
    records: [
      `Se alquila piso en la ⟦a calle Olmo 14⟧, barrio de ⟦b Lavapiés⟧. Tiene ⟦d 62⟧ m² y ⟦e 2⟧ habitaciones. La renta es de ⟦c 950 €→950⟧ al mes.`,
      `Precioso ático en ⟦b Gràcia⟧: ⟦d 85⟧ metros cuadrados, ⟦e 3⟧ dormitorios y terraza, por ⟦c 1.480 €→1480⟧. Dirección: ⟦a calle Verdi 201⟧.`,
      `En ⟦a avenida del Puerto 7⟧ (⟦b El Grao⟧) ofrecemos un estudio de ⟦d 38⟧ m² en la ⟦f cuarta⟧ planta. Pedimos ⟦c 610 €→610⟧.`,
      `¿Busca algo céntrico? Este piso de ⟦e 4⟧ habitaciones está en la ⟦f primera⟧ planta de la ⟦a plaza Nueva 3⟧. Mide ⟦d 120⟧ m². Precio: ⟦c 1.725 €→1725⟧.`,
    ],
  },
  {
    genre: 'books',
    language: 'ru',
    columns: 'книга, автор, год:number, страниц:number, цена:number',
    records: [
      `Роман «⟦a Северный ветер⟧» написала ⟦b Анна Корсакова⟧. Книга вышла в ⟦c 2011⟧ году, в ней ⟦d 384⟧ страницы. Стоит она ⟦e 560⟧ рублей.`,
      `«⟦a Пять писем⟧» — сборник рассказов, автор ⟦b Лев Дронов⟧. Объём ⟦d 212⟧ страниц, цена ⟦e 390⟧ рублей.`,
      `⟦b Ольга Белых⟧ опубликовала «⟦a Дом у реки⟧» в ⟦c 1998⟧ году. Это её первая повесть. В продаже за ⟦e 275⟧ рублей.`,
      `В ⟦c 2019⟧ году вышел детектив ⟦b Марка Зимина⟧ «⟦a Тихий свидетель⟧» на ⟦d 448⟧ страницах.`,
    ],
  },
  {
    genre: 'invoices',
    language: 'en',
    columns: 'number, client, amount:currency GBP, issued:date, due:date',
    records: [
      `Invoice ⟦a 2026-0117⟧ was sent to ⟦b Fenwick & Hale⟧ on ⟦d 3 February 2026→2026-02-03⟧. The amount of ⟦c £1,260.00→1260⟧ is payable by ⟦e 5 March 2026→2026-03-05⟧.`,
      `⟦b Loxley Farm Shop⟧ still owes us ⟦c £318.40→318.4⟧ (invoice ⟦a 2026-0122⟧, due ⟦e 11 March 2026→2026-03-11⟧).`,
      `On ⟦d 14 February 2026→2026-02-14⟧ we billed ⟦b Trident Marine Ltd⟧ for ⟦c £9,845.75→9845.75⟧. The number of the invoice is ⟦a 2026-0131⟧.`,
      `Please note that ⟦a 2026-0140⟧ to ⟦b Mrs Adair⟧, issued ⟦d 20 February 2026→2026-02-20⟧, has been paid: ⟦c £75.00→75⟧.`,
    ],
  },
]
