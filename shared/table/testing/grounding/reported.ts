// Reports that tell of several records in one paragraph: games, markets, races, meetings, receipts.
import { type GroundingCase, marked } from './grounding.ts'

const box = 'player, points:number, rebounds:number, assists:number, steals:number, minutes:number'

export const reportedTexts: GroundingCase[] = [
  marked(
    'basketball',
    'en',
    box,
    `The Denver Miners ( 31 - 12 ) edged the visiting Memphis Owls ( 20 - 24 ) , 108 - 101 , on Tuesday night . ⟦1a Deron Whitlock⟧ paced the Miners with ⟦1b 29⟧ points , ⟦1c seven→7⟧ rebounds and ⟦1d five→5⟧ assists in ⟦1f 38⟧ minutes . ⟦2a Pau Llorente⟧ recorded a double - double , posting ⟦2b 14⟧ points and ⟦2c 12⟧ boards . Off the bench , ⟦3a Marcus Tilley⟧ contributed ⟦3b 11⟧ points in just ⟦3f 17⟧ minutes . For Memphis , ⟦4a Jaylen Crowder⟧ led all scorers with ⟦4b 33⟧ points on 12 - of - 23 shooting , while ⟦5a Ty Okafor⟧ chipped in ⟦5b 18⟧ points , ⟦5c nine→9⟧ rebounds and ⟦5e three→3⟧ steals . The Owls have now lost four straight and will host the Kings on Friday .`,
  ),
  marked(
    'basketball',
    'en',
    box,
    `Behind a triple-double from ⟦1a Lamar Beasley⟧ (⟦1b 22⟧ points, ⟦1c 10⟧ rebounds, ⟦1d 13⟧ assists), the Harbor City Gulls blew past the Phoenix Lights 121-97. ⟦2a Nikola Petrović⟧ scored ⟦2b 19⟧ and ⟦3a Dwayne Ellison⟧ added ⟦3b 16⟧ for the Gulls, who shot 54 percent from the field. ⟦4a Corey Banks⟧ finished with ⟦4b 24⟧ points for Phoenix. He also grabbed ⟦4c eight→8⟧ rebounds. No other player of the Lights scored more than 12.`,
  ),
  marked(
    'basketball teams',
    'en',
    'team, wins:number, losses:number, points:number',
    `The ⟦1a Portland Pilots⟧ (⟦1b 18⟧-⟦1c 5⟧) beat the ⟦2a Utah Rams⟧ (⟦2b 6⟧-⟦2c 17⟧) ⟦1d 117⟧-⟦2d 88⟧ on Sunday.`,
  ),
  marked(
    'baseball',
    'en',
    'pitcher, innings:number, strikeouts:number, walks:number, result',
    `⟦1a Ramón Ordaz⟧ struck out ⟦1c nine→9⟧ over ⟦1b 7⟧ innings for the ⟦1e win⟧. He walked ⟦1d two→2⟧. ⟦2a Kyle Henness⟧ took the ⟦2e loss⟧, lasting ⟦2b 4⟧ innings with ⟦2c three→3⟧ strikeouts and ⟦2d five→5⟧ walks. ⟦3a Shota Mori⟧ worked the ninth for the ⟦3e save⟧.`,
  ),
  marked(
    'stocks',
    'en',
    'company, change:percent, price:currency USD',
    `Shares of ⟦1a Alder Foods⟧ rose ⟦1b 3.2%→0.032⟧ to ⟦1c $48.15→48.15⟧, while ⟦2a Pinnacle Steel⟧ lost ⟦2b 1.7%→0.017⟧ and closed at ⟦2c $22.60→22.6⟧. ⟦3a Orbis Media⟧ was little changed at ⟦3c $9.04→9.04⟧; ⟦4a Quantum Freight⟧ gained ⟦4b 0.8%→0.008⟧ to ⟦4c $131.50→131.5⟧.`,
  ),
  marked(
    'race',
    'en',
    'rider, team, time:text, place:number',
    `⟦1a Elisa Marchand⟧ (⟦1b Velo Nord⟧) won the stage in ⟦1c 4:12:07⟧. ⟦2a Ingrid Solberg⟧ of ⟦2b Fjord Racing⟧ came in second, 14 seconds later, in ⟦2c 4:12:21⟧, followed by ⟦3a Petra Kovács⟧ (⟦3b Duna Team⟧), who needed ⟦3c 4:13:55⟧.`,
  ),
  marked(
    'minutes',
    'en',
    'person, task, due:date, budget:currency EUR',
    `The board met on 2 March 2026 with seven members present. ⟦1a Helen⟧ will ⟦1b renew the lease⟧ by ⟦1c 31 March 2026→2026-03-31⟧. It was agreed that ⟦2a Jonas⟧ ⟦2b buys new chairs⟧; he may spend ⟦2d €1,900→1900⟧. ⟦3a Priya⟧ is to ⟦3b write to the council⟧ before ⟦3c 15 April 2026→2026-04-15⟧. ⟦4a Wout⟧ offered to ⟦4b repaint the hall⟧ for ⟦4d €640→640⟧ and wants to be done on ⟦4c 9 May 2026→2026-05-09⟧. The next meeting is on 4 May 2026.`,
  ),
  marked(
    'receipt',
    'en',
    'item, qty:number, price:number, sum:number',
    `GREEN VALLEY MARKET
12 Station Road
Tel 020 5550 1188
Date 14/03/2026 17:42
⟦1a OAT MILK 1L⟧
  ⟦1b 2⟧ x ⟦1c 1.85⟧   ⟦1d 3.70⟧
⟦2a SOURDOUGH⟧
  ⟦2b 1⟧ x ⟦2c 3.40⟧   ⟦2d 3.40→3.4⟧
⟦3a FREE RANGE EGGS⟧
  ⟦3b 3⟧ x ⟦3c 2.95⟧   ⟦3d 8.85⟧
SUBTOTAL 15.95
VAT 0.00
TOTAL 15.95
CARD 15.95`,
  ),
  marked(
    'receipt',
    'de',
    'artikel, menge:number, preis:number',
    `BÄCKEREI HANSEN
⟦1a Roggenbrot⟧ ⟦1c 4,20→4.2⟧
⟦2b 6⟧ x ⟦2a Brötchen⟧ ⟦2c 2,70→2.7⟧
⟦3b 2⟧ x ⟦3a Apfeltasche⟧ ⟦3c 3,90→3.9⟧
⟦4a Kaffee groß⟧ ⟦4c 3,10→3.1⟧
Summe EUR 13,90
Bar 20,00
Rückgeld 6,10
Es bediente Sie: Frau Kern`,
  ),
  marked(
    'one sentence',
    'en',
    'person, sum:number',
    `So far ⟦1a Rita⟧ has paid ⟦1b 18⟧, ⟦2a Sven⟧ ⟦2b 25⟧ and ⟦3a Tariq⟧ ⟦3b 7.50→7.5⟧, while ⟦4a Uma⟧ still owes ⟦4b 31⟧.`,
  ),
  marked(
    'one sentence',
    'en',
    'city, people:number, mayor',
    `The largest towns are ⟦1a Easton⟧ with ⟦1b 48,200→48200⟧ people and mayor ⟦1c Joan Fisk⟧, ⟦2a Millford⟧ with ⟦2b 31,750→31750⟧ under ⟦2c Peter Amos⟧, and ⟦3a Dunmore⟧, where ⟦3c Lucy Obi⟧ governs ⟦3b 29,400→29400⟧.`,
  ),
  marked(
    'one sentence',
    'fr',
    'nom, âge:number, ville',
    `⟦1a Camille⟧, ⟦1b 31⟧ ans, habite à ⟦1c Rennes⟧, tandis que son frère ⟦2a Hugo⟧ vit à ⟦2c Metz⟧ et a ⟦2b 27⟧ ans ; leur cousine ⟦3a Manon⟧, ⟦3b 22⟧ ans, étudie à ⟦3c Lille⟧.`,
  ),
  marked(
    'one sentence',
    'de',
    'person, betrag:currency EUR, zweck',
    `⟦1a Anja⟧ hat ⟦1b 12 €→12⟧ für ⟦1c Kuchen⟧ ausgelegt, ⟦2a Bernd⟧ ⟦2b 45,50 €→45.5⟧ für ⟦2c Getränke⟧ und ⟦3a Cem⟧ ⟦3b 8 €→8⟧ für ⟦3c Servietten⟧.`,
  ),
  marked(
    'career',
    'en',
    'from:number, to:number, post, employer, city',
    `⟦1a 2009⟧–⟦1b 2013⟧ ⟦1c Lab assistant⟧, ⟦1d Koch Institute⟧, ⟦1e Berlin⟧
⟦2a 2013⟧–⟦2b 2018⟧ ⟦2c Chemist⟧, ⟦2d Vantor AG⟧, ⟦2e Basel⟧
⟦3a 2018⟧–present ⟦3c Head of research⟧, ⟦3d Lumen Labs⟧, ⟦3e Lyon⟧`,
  ),
  marked(
    'headings',
    'en',
    'department, person, room, phone',
    `Sales
Amira Haddad is in room 204, extension 5512.
Ben Cole sits in 206 (extension 5519).

Purchasing
Chloe Dunn: room 118, extension 5540.
Dev Mehta, room 120, extension 5541.`
      .replace('Sales', '⟦1a2a Sales⟧')
      .replace('Purchasing', '⟦3a4a Purchasing⟧')
      .replace('Amira Haddad', '⟦1b Amira Haddad⟧')
      .replace('Ben Cole', '⟦2b Ben Cole⟧')
      .replace('Chloe Dunn', '⟦3b Chloe Dunn⟧')
      .replace('Dev Mehta', '⟦4b Dev Mehta⟧')
      .replace('204', '⟦1c 204⟧')
      .replace('206', '⟦2c 206⟧')
      .replace('118', '⟦3c 118⟧')
      .replace('120', '⟦4c 120⟧')
      .replace('5512', '⟦1d 5512⟧')
      .replace('5519', '⟦2d 5519⟧')
      .replace('5540', '⟦3d 5540⟧')
      .replace('5541', '⟦4d 5541⟧'),
  ),
  marked(
    'headings',
    'de',
    'tag, zeit:time, veranstaltung, raum',
    `Programm der Tagung

Freitag, ⟦1a2a 12. Juni 2026⟧
⟦1b 09:30⟧ ⟦1c Begrüßung⟧, ⟦1d Aula⟧
⟦2b 11:00⟧ ⟦2c Wasser in der Stadt⟧, ⟦2d Raum 12⟧

Samstag, ⟦3a4a 13. Juni 2026⟧
⟦3b 10:00⟧ ⟦3c Exkursion⟧, ⟦3d Treffpunkt Hof⟧
⟦4b 14:15⟧ ⟦4c Podium⟧, ⟦4d Aula Nord⟧`,
  ),
  marked(
    'triples',
    'en',
    'subject, birth place, club',
    `⟦1a Alan Birk⟧ | birthPlace | ⟦1b Aarhus⟧
Alan Birk | club | ⟦1c Vejle Boldklub⟧
⟦2a Rosa Tan⟧ | birthPlace | ⟦2b Penang⟧
Rosa Tan | club | ⟦2c Johor Stars⟧`,
  ),
  marked(
    'names turned',
    'en',
    'name, born:number, grade, school',
    `⟦1a Abbott, Kate⟧, b. ⟦1b 2011⟧, grade ⟦1c 7A⟧, ⟦1d Hill School⟧
⟦2a Bauer, Tim⟧, b. ⟦2b 2012⟧, grade ⟦2c 6C⟧, ⟦2d Park School⟧
⟦3a Cruz, Ana⟧, b. ⟦3b 2010⟧, grade ⟦3c 8B⟧, ⟦3d Lake School⟧`,
  ),
  marked(
    'weather',
    'es',
    'ciudad, máxima:number, mínima:number, cielo',
    `En ⟦1a Bilbao⟧ se esperan ⟦1d lluvias⟧ con una máxima de ⟦1b 17⟧ grados y una mínima de ⟦1c 9⟧. ⟦2a Sevilla⟧ amanecerá con cielo ⟦2d despejado⟧ y llegará a ⟦2b 31⟧ grados; por la noche bajará a ⟦2c 16⟧. Más fresco en ⟦3a Burgos⟧: ⟦3b 14⟧ grados de máxima, ⟦3c 3⟧ de mínima y ⟦3d niebla⟧.`,
  ),
  marked(
    'results',
    'pl',
    'zawodnik, klub, punkty:number',
    `Wygrała ⟦1a Zofia Malec⟧ z klubu ⟦1b Orkan Łódź⟧, która zdobyła ⟦1c 248⟧ punktów. Drugie miejsce zajęła ⟦2a Hanna Ryś⟧ (⟦2b Fala Gdynia⟧, ⟦2c 241⟧ pkt), a trzecie ⟦3a Julia Sowa⟧ z ⟦3c 239⟧ punktami, reprezentująca ⟦3b Tęczę Opole→Tęczę Opole⟧.`,
  ),
  marked(
    'medical',
    'en',
    'patient, age:number, dose:text, drug, since:date',
    `Patient ⟦1a M.K.⟧ is a ⟦1b 54⟧-year-old man on ⟦1c 20 mg⟧ ⟦1d lisinopril⟧ since ⟦1e 3 May 2024→2024-05-03⟧. Patient ⟦2a R.T.⟧ (female, ⟦2b 61⟧) takes ⟦2d metformin⟧ ⟦2c 500 mg⟧ twice daily. Patient ⟦3a S.O.⟧, ⟦3b 47⟧, was started on ⟦3d atorvastatin⟧ ⟦3c 40 mg⟧ on ⟦3e 17 January 2025→2025-01-17⟧.`,
  ),
]
