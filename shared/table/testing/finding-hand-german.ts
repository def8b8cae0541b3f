// Chats, mails, tickets and notes in German and French, written by hand, with their tables marked.
import { type FindingCase, marked } from './finding.ts'

export const germanFrenchTexts: FindingCase[] = [
  marked(
    'Rechnungen',
    'mail',
    'de',
    `Hallo Frau Beispiel,

anbei die Posten, wie besprochen:

⟦semicolon 3⟧Pos;Artikel;Menge;Einzelpreis
1;Schrauben M6;200;0,05 €
2;Dübel;150;0,08 €
3;Winkel, verzinkt;12;2,40 €⟦/⟧

Lieferung wäre Mitte nächster Woche möglich, falls nichts dazwischenkommt.

Mit freundlichen Grüßen
T. Muster`,
  ),
  marked(
    'Protokoll',
    'minutes',
    'de',
    `Protokoll der Sitzung vom 12.03.2024
Anwesend: Anna, Bernd, Clara; entschuldigt: Dirk

TOP 1: Aufgaben

⟦markdown 3⟧| Wer | Was | Bis |
| :-- | :-- | --: |
| Anna | Raum buchen | 15.03. |
| Bernd | Getränke, Kuchen | 20.03. |
| Clara | Einladung | 14.03. |⟦/⟧

TOP 2: Verschiedenes
Es gab keine weiteren Punkte.`,
  ),
  marked(
    'Messwerte im Chat',
    'chat',
    'de',
    `Jo: hast du die Werte?
Kai: ja, hier
⟦semicolon 4⟧Zeit;Temperatur;Feuchte
08:00;12,4;81
09:00;13,1;78
10:00;14,9;70
11:00;16,2;66⟦/⟧
Jo: danke! das passt ja`,
  ),
  marked(
    'Preisliste mit Strichen',
    'notes',
    'de',
    `Was der Laden heute hat:
⟦pairs 4⟧Äpfel – 2,40 €
Birnen – 3,10 €
Pflaumen – 2,99 €
Nüsse – 7,50 €⟦/⟧
Bitte nicht vor zehn kommen.`,
  ),
  marked(
    'Stammdaten',
    'mail',
    'de',
    `Guten Tag,

hier meine Angaben für die Anmeldung:

⟦keyvalues⟧Name: Erika Musterfrau
Straße: Beispielweg 4
PLZ: 01234
Ort: Musterstadt
Geburtsdatum: 01.02.1980⟦/⟧

Reicht das so?
Viele Grüße`,
  ),
  marked(
    'Ausgerichtete Liste',
    'ticket',
    'de',
    `Seit dem Update stimmt die Liste nicht mehr:

⟦aligned 3⟧Artikel          Bestand   Preis
Schraube M4         1200    0,04
Mutter M4            900    0,03
Unterlegscheibe     5000    0,01⟦/⟧

Die Preise müssten rechts noch die Währung haben.`,
  ),
  marked(
    'HTML im Forum',
    'forum',
    'de',
    `Hallo zusammen, mein Quelltext sieht so aus, und die zweite Zeile fehlt immer:

⟦html 2⟧<table><thead><tr><th>Ort</th><th>Höhe</th></tr></thead>
<tbody><tr><td>Au</td><td>402</td></tr>
<tr><td>Büren</td><td>611</td></tr></tbody></table>⟦/⟧

Weiß jemand Rat?`,
  ),
  marked(
    'Tabelle mit Titel und Quelle',
    'notes',
    'de',
    `Einwohner am 31.12.
⟦semicolon 3⟧Ort;Frauen;Männer
Au;602;610
Büren;4410;4390
Cham;220;230⟦/⟧
Quelle: eigene Zählung`,
  ),
  marked(
    'Bestellung zitiert',
    'mail',
    'de',
    `Passt so, danke!

Am 4. März schrieb Bernd:
> Liebe Anna,
> ich würde Folgendes bestellen:
>
> ⟦tsv 3⟧Artikel	Menge	Farbe
> Stuhl	12	rot
> Tisch	3	weiß
> Lampe	4	blau⟦/⟧
>
> Gruß, Bernd`,
  ),
  marked(
    'Protokollzeilen',
    'ticket',
    'de',
    `Der Dienst startet nicht. Auszug:

⟦log 4⟧[2024-03-01 10:00:01] INFO Dienst startet
[2024-03-01 10:00:02] INFO Lese Einstellungen
[2024-03-01 10:00:02] WARN Schlüssel fehlt
[2024-03-01 10:00:03] ERROR Abbruch⟦/⟧

Vorher lief alles.`,
  ),
  marked(
    'Commande',
    'mail',
    'fr',
    `Bonjour Claire,

voici la commande de la semaine :

⟦semicolon 3⟧Article;Quantité;Prix
Farine;12;1,20
Beurre;8;2,85
Œufs;30;0,25⟦/⟧

Merci de confirmer avant jeudi, si possible.

Cordialement,
Luc`,
  ),
  marked(
    'compte rendu',
    'minutes',
    'fr',
    `Compte rendu du 12 mars
Présents : Anne, Bruno et Chloé.

⟦markdown 2⟧| Qui | Quoi | Quand |
|---|---|---|
| Anne | réserver la salle | lundi |
| Bruno | acheter le pain, le vin | mardi |⟦/⟧

Prochaine réunion : le 19 mars, à 18 h.`,
  ),
  marked(
    'liste de prix',
    'chat',
    'fr',
    `Zoé : tu as les prix ?
Max : oui, voilà
⟦pairs⟧pommes : 2,40 €
poires : 3,10 €
prunes : 2,99 €
noix : 7,50 €⟦/⟧
Zoé : super, merci`,
  ),
  marked(
    'fiche',
    'mail',
    'fr',
    `Bonjour,
voici mes coordonnées.

⟦keyvalues⟧Nom : Dupin
Prénom : Camille
Ville : Belleville
Code postal : 01200
Téléphone : 01 23 45 67 89⟦/⟧

Bonne journée !`,
  ),
  marked(
    'tableau collé',
    'mail',
    'fr',
    `Salut,
je te colle le tableau tel quel :
⟦tsv 3⟧Mois	Visites	Ventes
Janvier	1 204	88
Février	998	71
Mars	1 530	104⟦/⟧
Dis-moi si tu vois une erreur.
À plus`,
  ),
  marked(
    'deux formats',
    'ticket',
    'fr',
    `Le fichier contient :

⟦csv 3⟧id,nom,actif
1,Anne,oui
2,Bruno,non
3,Chloé,oui⟦/⟧

et le service répond :

⟦json 2⟧[{"id": 1, "nom": "Anne"}, {"id": 3, "nom": "Chloé"}]⟦/⟧

C'est normal ?`,
  ),
]
