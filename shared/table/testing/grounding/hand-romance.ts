// French, Spanish, Italian, Portuguese and Romanian texts, written by hand.
import { marked } from './grounding.ts'

export const romanceTexts = [
  marked(
    'orders',
    'fr',
    'produit, quantité:number, prix:currency EUR, livraison:date',
    `Bonjour Mme Lefèvre,
Merci de nous livrer ⟦1b 1 200→1200⟧ ⟦1a enveloppes kraft⟧ à ⟦1c 0,12 €→0.12⟧ pièce pour le ⟦1d 8 janvier 2027→2027-01-08⟧ et ⟦2b 40⟧ ⟦2a classeurs à levier⟧ à ⟦2c 3,95 €→3.95⟧, avant le ⟦2d 22 janvier 2027→2027-01-22⟧.
Cordialement, Zoé Noël (poste 12)`,
  ),
  marked(
    'biographies',
    'fr',
    'nom, né:date, lieu, mort:date, métier',
    `⟦1a Élisée Vauquelin⟧, né le ⟦1b 1er mars 1830→1830-03-01⟧ à ⟦1c Sainte-Foy-la-Grande⟧ et mort le ⟦1d 4 juillet 1905→1905-07-04⟧, est un ⟦1e géographe⟧ français. Sa cousine ⟦2a Aimée Vauquelin⟧, née le ⟦2b 3 janvier 1841→1841-01-03⟧ à ⟦2c Orthez⟧ et morte le ⟦2d 7 avril 1919→1919-04-07⟧, fut ⟦2e romancière⟧.`,
  ),
  marked(
    'receipts',
    'fr',
    'article, qté:number, montant:currency EUR',
    `BOULANGERIE DU PONT
SIRET 812 345 678 00012
⟦1b 2⟧ ⟦1a BAGUETTE TRAD.⟧    ⟦1c 2,60→2.6⟧
⟦2b 1⟧ ⟦2a TARTE CITRON⟧     ⟦2c 18,00→18⟧
⟦3b 4⟧ ⟦3a CHOUQUETTES x10⟧   ⟦3c 12,40→12.4⟧
TOTAL EUR  33,00
TVA 5,5 %  1,72   CB`,
  ),
  marked(
    'flats',
    'fr',
    'adresse, pièces:number, surface:number, loyer:currency EUR',
    `À louer : ⟦1a 14 bis, rue des Déportés⟧, ⟦1b 3⟧ pièces, ⟦1c 61,5→61.5⟧ m², ⟦1d 1 150 €→1150⟧ charges comprises. Autre bien au ⟦2a 4, impasse du Puits⟧ : ⟦2b deux→2⟧ pièces de ⟦2c 38⟧ m² pour ⟦2d 815 €→815⟧.`,
  ),
  marked(
    'events',
    'fr',
    'concert, date:date, heure:time, salle, tarif:currency EUR',
    `« ⟦1a Nuit d’été⟧ », le ⟦1b 21 juin 2027→2027-06-21⟧ à ⟦1c 20 h 30→20:30:00⟧, ⟦1d salle Érard⟧, ⟦1e 25 €→25⟧. « ⟦2a L’Heure bleue⟧ », le ⟦2b 2 juillet 2027→2027-07-02⟧ à ⟦2c 21 h→21:00:00⟧, ⟦2d Les Trois Baudets⟧, ⟦2e 18,50 €→18.5⟧.`,
  ),
  marked(
    'clinic',
    'fr',
    'patient, âge:number, tension, poids:number',
    `M. ⟦1a Hervé Lécuyer⟧, ⟦1b 58⟧ ans, TA ⟦1c 13/8⟧, ⟦1d 82,3→82.3⟧ kg. Mme ⟦2a Anaïs Lécuyer⟧, ⟦2b 85⟧ ans, TA ⟦2c 15/9⟧, ⟦2d 58⟧ kg.`,
  ),
  marked(
    'chat',
    'fr',
    'prénom, plat, quantité:number',
    `qui mange quoi ? 🍕
⟦1a Chloé⟧ → ⟦1c 1⟧ ⟦1b calzone⟧
⟦2a Théo⟧ → ⟦2c 2⟧ ⟦2b quatre fromages⟧
⟦3a Noémie⟧ → ⟦3c 1⟧ ⟦3b végé sans oignons⟧
on commande à 19h45 !`.replaceAll('⟧ → ⟦', '⟧ : ⟦'),
  ),
  marked(
    'citations',
    'fr',
    'auteur, titre, éditeur, année:number, pages:number',
    `⟦1a Kœnig, Œdipe⟧. ⟦1b Le Sens des marées⟧. ⟦1c Presses du Môle⟧, ⟦1d 1987⟧, ⟦1e 312⟧ p.
⟦2a Maÿs, Renée⟧. ⟦2b L’Encre et l’écume⟧. ⟦2c Éditions du Phare⟧, ⟦2d 1978⟧, ⟦2e 231⟧ p.`,
  ),
  marked(
    'finance',
    'fr',
    'société, chiffre:currency EUR, hausse:percent',
    `⟦1a Rénov’35⟧ affiche un chiffre d’affaires de ⟦1b 3,4 millions d’euros→3400000⟧ (+⟦1c 8,2 %→0.082⟧), devant ⟦2a Nuage SARL⟧ avec ⟦2b 910 000 €→910000⟧ (+⟦2c 2,8 %→0.028⟧).`,
  ),
  marked(
    'invoices',
    'es',
    'factura, cliente, fecha:date, importe:currency EUR',
    `Quedan pendientes la factura ⟦1a F-2026/118⟧ de ⟦1b Muebles Añover⟧, fechada el ⟦1c 7 de octubre de 2026→2026-10-07⟧, por ⟦1d 2.318,40 €→2318.4⟧, y la ⟦2a F-2026/181⟧ de ⟦2b Cañada Real S.A.⟧, del ⟦2c 10 de julio de 2026→2026-07-10⟧, por ⟦2d 231,84 €→231.84⟧.`,
  ),
  marked(
    'biographies',
    'es',
    'nombre, nacimiento:date, lugar, profesión',
    `⟦1a Begoña Ibáñez Urrutia⟧ (⟦1c Éibar⟧, ⟦1b 9 de febrero de 1952→1952-02-09⟧) es una ⟦1d arquitecta⟧ española. Su hermano ⟦2a Iñaki Ibáñez Urrutia⟧ (⟦2c Zarautz⟧, ⟦2b 2 de septiembre de 1959→1959-09-02⟧) es ⟦2d cineasta⟧.`,
  ),
  marked(
    'weather',
    'es',
    'ciudad, máxima:number, mínima:number, lluvia:percent',
    `En ⟦1a Ávila⟧ se esperan ⟦1b 4⟧ grados de máxima y ⟦1c -6⟧ de mínima, con un ⟦1d 35 %→0.35⟧ de probabilidad de lluvia; en ⟦2a Cádiz⟧, ⟦2b 18⟧ y ⟦2c 13⟧ grados, lluvia ⟦2d 5 %→0.05⟧.`,
  ),
  marked(
    'orders',
    'es',
    'cliente, producto, cantidad:number, entrega:date',
    `¡Hola! Soy ⟦1a Íñigo⟧ y necesito ⟦1c 15⟧ ⟦1b cajas de azulejos⟧ para el ⟦1d 3/12/2026→2026-12-03⟧. Mi socia, ⟦2a Ángela Peña⟧, quiere ⟦2c 50⟧ ⟦2b sacos de cemento⟧ para el ⟦2d 17/12/2026→2026-12-17⟧.`,
  ),
  marked(
    'receipts',
    'es',
    'producto, cantidad:number, precio:currency MXN',
    `ABARROTES DOÑA LUZ
⟦1b 3⟧ ⟦1a TORTILLA KG⟧ $⟦1c 66.00→66⟧
⟦2b 1⟧ ⟦2a FRIJOL NEGRO⟧ $⟦2c 38.50→38.5⟧
⟦3b 12⟧ ⟦3a HUEVO PZA⟧ $⟦3c 42.00→42⟧
TOTAL MXN 146.50
GRACIAS POR SU COMPRA`,
  ),
  marked(
    'classes',
    'es',
    'alumna, nota:number, faltas:number',
    `⟦1a Lucía R.⟧ sacó un ⟦1b 8,75→8.75⟧ (⟦1c 2⟧ faltas); ⟦2a Lucia S.⟧, un ⟦2b 7,5→7.5⟧ (⟦2c 12⟧ faltas); ⟦3a Sofía⟧, un ⟦3b 10⟧ (⟦3c 0⟧ faltas).`,
  ),
  marked(
    'elections',
    'es',
    'partido, votos:number, porcentaje:percent, escaños:number',
    `⟦1a Unión Costera⟧: ⟦1b 1.204.318→1204318⟧ votos (⟦1c 41,2 %→0.412⟧), ⟦1d 38⟧ escaños. ⟦2a Verdes del Sur⟧: ⟦2b 204.318→204318⟧ votos (⟦2c 7 %→0.07⟧), ⟦2d 6⟧ escaños.`,
  ),
  marked(
    'trains',
    'it',
    'treno, partenza:time, arrivo:time, prezzo:currency EUR',
    `Il ⟦1a Frecciarossa 9415⟧ parte alle ⟦1b 6.50→06:50:00⟧ e arriva alle ⟦1c 9.48→09:48:00⟧ (€ ⟦1d 49,90→49.9⟧). Il ⟦2a Regionale 3110⟧ parte alle ⟦2b 7.05→07:05:00⟧ e arriva alle ⟦2c 11.20→11:20:00⟧ (€ ⟦2d 21,15→21.15⟧).`,
  ),
  marked(
    'receipts',
    'it',
    'voce, quantità:number, importe:currency EUR',
    `BAR SPORT – P.IVA 01234567890
⟦1a CAFFÈ⟧ x⟧`.replace(
      '⟦1a CAFFÈ⟧ x⟧',
      '⟦1a CAFFÈ⟧ ⟦1b 3⟧ pz € ⟦1c 3,90→3.9⟧\n⟦2a CORNETTO⟧ ⟦2b 2⟧ pz € ⟦2c 3,00→3⟧\n⟦3a SPREMUTA⟧ ⟦3b 1⟧ pz € ⟦3c 4,50→4.5⟧\nTOTALE € 11,40',
    ),
  ),
  marked(
    'flats',
    'it',
    'indirizzo, locali:number, metri:number, canone:currency EUR',
    `Affittasi in ⟦1a Via dell’Orso 9⟧: ⟦1b 3⟧ locali, ⟦1c 85⟧ mq, canone ⟦1d 1.250 €→1250⟧. In ⟦2a Via dell’Orso 90⟧: ⟦2b 2⟧ locali, ⟦2c 58⟧ mq, canone ⟦2d 950 €→950⟧.`,
  ),
  marked(
    'minutes',
    'it',
    'chi, cosa, entro:date',
    `⟦1a Niccolò⟧ prepara ⟦1b il bilancio di previsione⟧ entro il ⟦1c 30 novembre 2026→2026-11-30⟧. Entro il ⟦2c 15 dicembre 2026→2026-12-15⟧ ⟦2a Mosè⟧ chiama ⟦2b la ditta delle caldaie⟧.`,
  ),
  marked(
    'buildings',
    'it',
    'torre, città, altezza:number, anno:number',
    `La ⟦1a Torre degli Albizi⟧ a ⟦1b Forlì⟧, alta ⟦1c 97,2→97.2⟧ metri, è del ⟦1d 1506⟧; la ⟦2a Torre Nuova⟧ di ⟦2b Cefalù⟧, ⟦2c 79,2→79.2⟧ metri, è del ⟦2d 1605⟧.`,
  ),
  marked(
    'orders',
    'pt',
    'cliente, item, quantidade:number, valor:currency BRL',
    `Oi! Anota aí: ⟦1a Conceição⟧ quer ⟦1c 30⟧ ⟦1b pães de queijo⟧ (R$ ⟦1d 105,00→105⟧) e o ⟦2a seu João⟧ quer ⟦2c 3⟧ ⟦2b bolos de fubá⟧ (R$ ⟦2d 84,90→84.9⟧). Retiram na sexta.`,
  ),
  marked(
    'invoices',
    'pt',
    'nota, cliente, emissão:date, valor:currency BRL',
    `NF ⟦1a 000.118.204⟧ – ⟦1b Irmãos Simões Ltda.⟧ – emitida em ⟦1c 08/10/2026→2026-10-08⟧ – R$ ⟦1d 12.450,00→12450⟧
NF ⟦2a 000.118.205⟧ – ⟦2b Açougue Central⟧ – emitida em ⟦2c 31/10/2026→2026-10-31⟧ – R$ ⟦2d 1.245,00→1245⟧`,
  ),
  marked(
    'events',
    'pt',
    'sessão, data:date, hora:time, local',
    `A ⟦1a oficina de cerâmica⟧ será em ⟦1b 12 de março de 2027→2027-03-12⟧, às ⟦1c 14h30→14:30:00⟧, na ⟦1d Casa da Moeda⟧; o ⟦2a sarau⟧, em ⟦2b 3 de dezembro de 2027→2027-12-03⟧, às ⟦2c 19h→19:00:00⟧, no ⟦2d Largo do Pão⟧.`,
  ),
  marked(
    'jobs',
    'pt',
    'vaga, empresa, cidade, salário:currency BRL',
    `Vaga de ⟦1a analista de dados júnior⟧ na ⟦1b Pescados do Norte⟧, em ⟦1c Belém⟧: ⟦1d R$ 4.800→4800⟧. Vaga de ⟦2a analista de crédito⟧ na ⟦2b União Verde⟧, em ⟦2c São Luís⟧: ⟦2d R$ 8.400→8400⟧.`,
  ),
  marked(
    'bank',
    'ro',
    'data:date, beneficiar, sumă:currency RON',
    `⟦1a 03.11.2026→2026-11-03⟧ ⟦1b Farmacia Țăndărei⟧ ⟦1c 87,45 lei→87.45⟧
⟦2a 04.11.2026→2026-11-04⟧ ⟦2b Brutăria Șoimului⟧ ⟦2c 1.187,40 lei→1187.4⟧`,
  ),
]
