// German, Dutch and Scandinavian texts, written by hand.
import { marked } from './grounding.ts'

export const germanTexts = [
  marked(
    'orders',
    'de',
    'artikel, menge:number, preis:currency EUR, liefertermin:date',
    `Guten Tag Frau Öhler,

wir bestellen bitte ⟦1b 120⟧ Stück ⟦1a Hängeordner A4⟧ zu je ⟦1c 1,85 €→1.85⟧, Lieferung bis ⟦1d 04.12.2026→2026-12-04⟧, sowie ⟦2b 12⟧ ⟦2a Aktenschränke⟧ (⟦2c 389,00 €→389⟧ netto) bis zum ⟦2d 15. Januar 2027→2027-01-15⟧.

Mit freundlichen Grüßen
B. Straßer, Tel. 0221 / 47 11-12`,
  ),
  marked(
    'invoices',
    'de',
    'nr, kunde, datum:date, betrag:currency EUR, bezahlt:boolean',
    `Offene Posten: Rechnung ⟦1a RE-2026-0117⟧ an ⟦1b Müller Söhne KG⟧ vom ⟦1c 3.11.2026→2026-11-03⟧ über ⟦1d EUR 4.760,00→4760⟧ (bezahlt: ⟦1e nein→false⟧). Rechnung ⟦2a RE-2026-0118⟧ an ⟦2b Möller GmbH⟧ vom ⟦2c 5.11.2026→2026-11-05⟧ über ⟦2d EUR 476,00→476⟧ (bezahlt: ⟦2e ja→true⟧).`,
  ),
  marked(
    'flats',
    'de',
    'adresse, zimmer:number, flaeche:number, kaltmiete:currency EUR, frei ab:date',
    `Helle ⟦1b 2,5→2.5⟧-Zimmer-Wohnung, ⟦1a Gottschedstr. 18, 04109 Leipzig⟧, ⟦1c 68,4→68.4⟧ m², kalt ⟦1d 742,- €→742⟧, frei ab ⟦1e 1. März 2027→2027-03-01⟧. Daneben noch ein Zimmer in der ⟦2a Könneritzstr. 8⟧ (⟦2b 1⟧ Zi., ⟦2c 24⟧ m²) für ⟦2d 390 €→390⟧ ab ⟦2e 15. Februar 2027→2027-02-15⟧.`,
  ),
  marked(
    'chat',
    'de',
    'name, bestellung, anzahl:number',
    `Uli: wer will was vom Imbiss?
⟦1a Jörg⟧: ⟦1c 2⟧x ⟦1b Currywurst ohne Darm⟧
⟦2a Käthe⟧: für mich ⟦2c eine→1⟧ ⟦2b kleine Pommes⟧ 🍟
⟦3a Jürgen⟧: ⟦3c 3⟧ ⟦3b Bouletten⟧, danke!
Uli: ok bin um halb eins da`,
  ),
  marked(
    'minutes',
    'de',
    'aufgabe, verantwortlich, frist:date',
    `TOP 3: ⟦1b Frau Dr. Weiß⟧ kümmert sich um ⟦1a die Brandschutzprüfung⟧ (Frist: ⟦1c 31.01.2027→2027-01-31⟧). Die ⟦2a Neubestuhlung des Saals⟧ übernimmt ⟦2b Herr Yıldız⟧ bis ⟦2c 28.02.2027→2027-02-28⟧. TOP 4 wurde vertagt auf den 12.12.2026.`,
  ),
  marked(
    'receipts',
    'de',
    'artikel, menge:number, einzelpreis:currency EUR, summe:currency EUR',
    `BIOMARKT AM RING
Ring 5 · 50667 Köln · USt-ID DE811122233
⟦1a Dinkelbrot 750g⟧      ⟦1b 1⟧ x ⟦1c 4,29→4.29⟧   ⟦1d 4,29→4.29⟧ B
⟦2a Hafermilch 1L⟧       ⟦2b 6⟧ x ⟦2c 1,99→1.99⟧  ⟦2d 11,94→11.94⟧ B
⟦3a Spülbürste⟧        ⟦3b 2⟧ x ⟦3c 3,49→3.49⟧   ⟦3d 6,98→6.98⟧ A
SUMME EUR  23,21
Bar 25,00  Rückgeld 1,79
22.11.2026 18:04 Bon 4711`,
  ),
  marked(
    'biographies',
    'de',
    'name, geboren:date, ort, gestorben:date, beruf',
    `⟦1a Wilhelmine Strößner⟧ (* ⟦1b 7. Mai 1844→1844-05-07⟧ in ⟦1c Weißenfels⟧; † ⟦1d 5. Juli 1921→1921-07-05⟧ in Jena) war eine deutsche ⟦1e Mathematikerin⟧. Ihr Schüler ⟦2a Otto Strößner-Lange⟧ (* ⟦2b 11. August 1871→1871-08-11⟧ in ⟦2c Naumburg⟧; † ⟦2d 8. November 1944→1944-11-08⟧) war ⟦2e Astronom⟧.`,
  ),
  marked(
    'elections',
    'de',
    'liste, stimmen:number, anteil:percent, sitze:number',
    `Die ⟦1a Freie Liste Süd⟧ holte ⟦1b 12.408→12408⟧ Stimmen (⟦1c 34,7 %→0.347⟧) und ⟦1d 9⟧ Sitze, ⟦2a Pro Bahn⟧ kam mit ⟦2b 1.240→1240⟧ Stimmen auf ⟦2c 3,5 %→0.035⟧ und ⟦2d 1⟧ Sitz.`,
  ),
  marked(
    'jobs',
    'de',
    'stelle, firma, ort, gehalt:currency EUR, stunden:number',
    `⟦1b Stahlbau Öhler⟧ sucht zum nächstmöglichen Termin: ⟦1a Schweißer (m/w/d)⟧ in ⟦1c Mühlhausen⟧, ⟦1e 38,5→38.5⟧ Std./Woche, Jahresgehalt ⟦1d 46.800 €→46800⟧.
Ebenfalls offen bei ⟦2b Kontor 7⟧ in ⟦2c Mühldorf⟧: ⟦2a Sachbearbeitung Zoll⟧, ⟦2e 30⟧ Std., ⟦2d 38.600 €→38600⟧.`,
  ),
  marked(
    'weather',
    'de',
    'ort, max:number, min:number, regen:percent',
    `⟦1a Garmisch⟧ startet frostig mit ⟦1c −7⟧ Grad und erreicht ⟦1b 2⟧ Grad, Regenrisiko ⟦1d 40 %→0.4⟧; ⟦2a Helgoland⟧ bleibt mild: ⟦2c 8⟧ bis ⟦2b 11⟧ Grad, Regenrisiko ⟦2d 85 %→0.85⟧.`.replace(
      '⟦1c −7⟧',
      '⟦1c −7→-7⟧',
    ),
  ),
  marked(
    'clinic',
    'de',
    'patient, alter:number, medikament, dosis mg:number, termin:time',
    `Visite Station 3: ⟦1a Hr. Köhler⟧, ⟦1b 71⟧ J., ⟦1c Bisoprolol⟧ ⟦1d 2,5→2.5⟧ mg, Kontrolle ⟦1e 08:15→08:15:00⟧ Uhr. ⟦2a Fr. Kohler⟧, ⟦2b 17⟧ J., ⟦2c Ibuprofen⟧ ⟦2d 400⟧ mg, Kontrolle ⟦2e 18:15→18:15:00⟧ Uhr.`,
  ),
  marked(
    'trains',
    'de',
    'zug, ab:time, an:time, gleis, preis:currency EUR',
    `⟦1a ICE 612⟧ ab ⟦1b 7.04→07:04:00⟧ Uhr, an ⟦1c 11.21→11:21:00⟧ Uhr, Gleis ⟦1d 4a⟧, ⟦1e 59,90 €→59.9⟧ // ⟦2a RE 61⟧ ab ⟦2b 7.40→07:40:00⟧ Uhr, an ⟦2c 12.11→12:11:00⟧ Uhr, Gleis ⟦2d 14⟧, ⟦2e 29 €→29⟧`,
  ),
  marked(
    'stock',
    'de',
    'artikelnr, bezeichnung, bestand:number, mindest:number',
    `Inventur: Von ⟦1b Winkelverbinder 90°⟧ (Art. ⟦1a 0042-7⟧) sind noch ⟦1c 1 250→1250⟧ da, Mindestbestand ⟦1d 500⟧. ⟦2b Flachverbinder⟧, Art. ⟦2a 0042-71⟧: ⟦2c 125⟧ da, Minimum ⟦2d 50⟧.`,
  ),
  marked(
    'finance',
    'de',
    'firma, umsatz:currency EUR, veraenderung:percent',
    `⟦1a Nordlicht AG⟧ steigerte den Umsatz um ⟦1c 4,5 Prozent→0.045⟧ auf ⟦1b 1,2 Mio. €→1200000⟧; bei ⟦2a Vogelsang⟧ waren es ⟦2b 870.000 €→870000⟧ und ein Plus von ⟦2c 12 Prozent→0.12⟧.`,
  ),
  marked(
    'recipes',
    'de',
    'zutat, menge:number, einheit',
    `Für vier Portionen: ⟦1b 400⟧ ⟦1c g⟧ ⟦1a Mehl⟧, ⟦2b 3⟧ ⟦2c Stück⟧ ⟦2a Eier⟧, ⟦3b 0,25→0.25⟧ ⟦3c l⟧ ⟦3a Mineralwasser⟧ und ⟦4b 1,5→1.5⟧ ⟦4c TL⟧ ⟦4a Salz⟧. Den Teig 30 Minuten ruhen lassen.`,
  ),
  marked(
    'respectively',
    'de',
    'name, punkte:number',
    `⟦1a Lena⟧, ⟦2a Mia⟧ und ⟦3a Käthe⟧ erreichten ⟦1b 87⟧, ⟦2b 78⟧ bzw. ⟦3b 91⟧ Punkte.`,
  ),
  marked(
    'contacts',
    'de',
    'name, mail:email, telefon, web:url',
    `Ansprechpartnerin ist ⟦1a Dr. Sabine Groß-Lüdke⟧ (⟦1b s.gross@praxis-ring.example⟧, ⟦1c 0221/998 77-31⟧, ⟦1d www.praxis-ring.example⟧), in Urlaubszeiten ⟦2a Jan Groß⟧ (⟦2b gross@praxis-ring.example⟧, ⟦2c 0221/998 77-13⟧).`,
  ),
  marked(
    'classes',
    'de',
    'kind, klasse, note:number, fehltage:number',
    `⟦1a Ümit Ş.⟧ (⟦1b 7b⟧): Note ⟦1c 1,7→1.7⟧, ⟦1d 3⟧ Fehltage
⟦2a Zoë B.⟧ (⟦2b 7a⟧): Note ⟦2c 2,3→2.3⟧, ⟦2d 0⟧ Fehltage
⟦3a Zoé K.⟧ (⟦3b 7b⟧): Note ⟦3c 3,0→3⟧, ⟦3d 13⟧ Fehltage`,
  ),
  marked(
    'events',
    'nl',
    'activiteit, datum:date, tijd:time, prijs:currency EUR',
    `Op ⟦1b 5 december 2026→2026-12-05⟧ om ⟦1c 19.30→19:30:00⟧ uur is er een ⟦1a pubquiz⟧ (€ ⟦1d 7,50→7.5⟧ p.p.). De ⟦2a kerstborrel⟧ volgt op ⟦2b 18 december 2026→2026-12-18⟧, ⟦2c 16.00→16:00:00⟧ uur, ⟦2d € 12→12⟧.`,
  ),
  marked(
    'invoices',
    'nl',
    'nummer, klant, datum:date, bedrag:currency EUR',
    `Betreft factuur ⟦1a 20260045⟧, ⟦1b Bakkerij ’t Stoepje⟧, ⟦1c 12-11-2026→2026-11-12⟧, te betalen ⟦1d € 1.089,00→1089⟧; en factuur ⟦2a 20260046⟧, ⟦2b Fietsen van ’t Veer⟧, ⟦2c 13-11-2026→2026-11-13⟧, ⟦2d € 108,90→108.9⟧.`,
  ),
  marked(
    'football',
    'nl',
    'speler, club, doelpunten:number',
    `⟦1a Sjoerd de Wit⟧ maakte er ⟦1c 3⟧ voor ⟦1b SC Zeezicht⟧; namens ⟦2b VV IJmond⟧ scoorde ⟦2a Daan Özcan⟧ ⟦2c twee→2⟧ keer.`,
  ),
  marked(
    'orders',
    'sv',
    'kund, vara, antal:number, pris:currency SEK, datum:date',
    `⟦1a Åsa Öberg⟧ beställde ⟦1c 24⟧ st ⟦1b kanelbullar⟧ à ⟦1d 18,50 kr→18.5⟧ till den ⟦1e 3 december 2026→2026-12-03⟧. ⟦2a Åke Berg⟧ vill ha ⟦2c 2⟧ ⟦2b prinsesstårtor⟧ för ⟦2d 345 kr→345⟧ styck, ⟦2e 12 december 2026→2026-12-12⟧.`,
  ),
  marked(
    'bank',
    'da',
    'dato:date, tekst, beløb:currency DKK',
    `⟦1a 01.11.2026→2026-11-01⟧ ⟦1b Husleje⟧ ⟦1c -7.450,00 kr.→-7450⟧
⟦2a 02.11.2026→2026-11-02⟧ ⟦2b Netto Nørrebro⟧ ⟦2c -312,75 kr.→-312.75⟧
⟦3a 05.11.2026→2026-11-05⟧ ⟦3b Løn⟧ ⟦3c 24.310,00 kr.→24310⟧`,
  ),
  marked(
    'biographies',
    'fi',
    'nimi, syntynyt:date, paikka, ammatti',
    `⟦1a Väinö Hämäläinen⟧ (s. ⟦1b 4. toukokuuta 1931→1931-05-04⟧, ⟦1c Jyväskylä⟧) on ⟦1d säveltäjä⟧. ⟦2a Aino Yrjölä⟧ (s. ⟦2b 31. lokakuuta 1946→1946-10-31⟧, ⟦2c Äänekoski⟧) on ⟦2d kuvanveistäjä⟧.`,
  ),
]
