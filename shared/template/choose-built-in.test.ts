// A clear header row picks the right one of the templates that come with the product; what is none of theirs picks none.
import { describe, expect, test } from 'vitest'
import { builtInTemplates } from './built-in.ts'
import { bestMatch } from './match-names.ts'

const rows: Record<string, string[]> = {
  sales_analysis: [
    'Order ID, Order Date, Customer Name, Product, Qty, Unit Price, Total, Status',
    'Bestellnummer, Bestelldatum, Kunde, Artikel, Menge, Einzelpreis, Gesamt, Status',
    'N° commande, Date, Client, Produit, Quantité, Prix unitaire, Montant',
    'Pedido, Data, Cliente, Produto, Quantidade, Preço unitário, Valor total',
    'Region, Sales rep, Customer, Product, Units, Revenue',
    '注文番号, 注文日, 顧客名, 商品名, 数量, 単価, 合計',
    'order_id, order_date, customer, product, quantity, unit_price',
    'رقم الطلب, التاريخ, العميل, المنتج, الكمية, سعر الوحدة, الإجمالي',
  ],
  expense_report: [
    'Date, Merchant, Description, Category, Payment method, Amount',
    'Date, Description, Category, Amount, VAT',
    'Datum, Händler, Zweck, Kategorie, Zahlungsart, Betrag, MwSt',
    'Date, Fournisseur, Motif, Catégorie, Mode de paiement, Montant TTC, TVA',
    'Fecha, Comercio, Concepto, Categoría, Forma de pago, Importe, IVA',
    'Data, Fornecedor, Descrição, Categoria, Forma de pagamento, Valor',
    '利用日, 支払先, 用途, 費目, 支払方法, 金額',
    'Receipt date, Vendor, Expense type, Paid by, Total amount',
  ],
  invoice_lines: [
    'Pos., Description, Quantity, Unit, Unit price, VAT rate, Net, Gross',
    'Pos, Bezeichnung, Menge, Einheit, Einzelpreis, MwSt, Gesamtpreis',
    'Référence, Désignation, Quantité, Unité, Prix unitaire, TVA %, Montant HT',
    'Código, Concepto, Cantidad, Unidad, Precio unitario, IVA %, Importe',
    'Item description, Hours, Rate, Amount, Tax rate',
    '品番, 品名, 数量, 単位, 単価, 金額, 税率',
    'Codice, Descrizione, Quantità, Unità di misura, Prezzo unitario, IVA, Importo',
  ],
  contact_list: [
    'Name, E-mail, Phone, Company, Job title, City',
    'First name, Last name, Email, Mobile, Organisation',
    'Vorname, Nachname, E-Mail-Adresse, Telefonnummer, Firma, Ort',
    'Nom, Prénom, Courriel, Téléphone, Société, Ville',
    'Nombre, Correo electrónico, Teléfono, Empresa, Cargo, País',
    '氏名, メールアドレス, 電話番号, 会社名, 役職',
    'नाम, ईमेल, फ़ोन, कंपनी, शहर',
    'Nome, Cognome, Telefono, Azienda, Ruolo, E-mail',
  ],
  inventory: [
    'SKU, Item, Category, Location, Quantity, Reorder level, Unit cost',
    'Product name, In stock, Min stock, Supplier, Cost price',
    'Artikelnummer, Bezeichnung, Lagerort, Bestand, Mindestbestand, Lieferant',
    'Référence, Désignation, Emplacement, Stock, Seuil de réapprovisionnement, Fournisseur',
    'Código, Producto, Almacén, Existencias, Stock mínimo, Proveedor',
    '品番, 商品名, 在庫数, 発注点, 保管場所, 仕入先',
    'Barcode, Article, Warehouse, Qty on hand, Reorder point, Stock value',
  ],
  project_plan: [
    'Task, Phase, Owner, Start, End, Progress, Status',
    'Task name, Start date, End date, Duration, % complete, Predecessors',
    'Vorgang, Beginn, Ende, Dauer, Fortschritt, Verantwortlich',
    'Tâche, Responsable, Date de début, Date de fin, Durée, Avancement',
    'Tarea, Fase, Responsable, Inicio, Fin, % completado',
    'Atividade, Etapa, Responsável, Data de início, Data de término, Progresso',
    '作業名, 担当者, 開始日, 終了日, 進捗率',
    'Milestone, Start, Finish, Days, Assigned to, Depends on',
  ],
  task_list: [
    'Task, Owner, Priority, Due date, Status',
    'To do, Assigned to, Deadline, Priority, Notes',
    'Aufgabe, Zuständig, Priorität, Fällig am, Status',
    'Tâche, Responsable, Priorité, Échéance, Statut',
    'Tarea, Responsable, Prioridad, Fecha límite, Estado',
    'タスク, 担当者, 優先度, 期限, ステータス',
    'Title, Assignee, Due, Priority, State',
    'المهمة, المسؤول, الأولوية, تاريخ الاستحقاق, الحالة',
  ],
  budget: [
    'Category, Item, Planned, Actual, Difference',
    'Department, Line item, Budget, Spent, Remaining, % used',
    'Kostenstelle, Posten, Soll, Ist, Abweichung',
    'Poste, Libellé, Budget prévu, Réalisé, Écart',
    'Partida, Concepto, Presupuesto, Gastado, Diferencia',
    '費目, 予算, 実績, 差額',
    'Category, Month, Budget, Actual, Variance',
  ],
  comparison_matrix: [
    'Option, Price, Features, Quality, Ease of use, Support, Score',
    'Product, Provider, Price, Pros, Cons, Rating',
    'Lösung, Anbieter, Preis, Vorteile, Nachteile, Bewertung',
    'Solution, Fournisseur, Prix, Avantages, Inconvénients, Note globale',
    'Alternativa, Proveedor, Precio, Ventajas, Desventajas, Puntuación',
    '候補, 価格, 機能, 使いやすさ, メリット, デメリット',
    'Candidate, Strengths, Weaknesses, Overall score, Recommendation',
  ],
  meeting_actions: [
    'Action item, Owner, Due date, Topic, Decision',
    'Agenda item, Decision, Action, Responsible, Deadline',
    'Tagesordnungspunkt, Beschluss, Maßnahme, Verantwortlich, Frist',
    'Sujet, Décision, Action à mener, Responsable, Échéance',
    'Asunto, Acuerdo, Responsable, Fecha límite, Decisión',
    '議題, 決定事項, アクションアイテム, 担当者, 期限',
    'Action point, Who, By when, Done, Meeting date',
  ],
  survey_results: [
    'Timestamp, Name, Rating, Would recommend, Comments',
    'Response ID, Submitted at, Satisfaction, NPS score, Feedback',
    'Zeitstempel, Abteilung, Zufriedenheit, Weiterempfehlung, Verbesserungsvorschläge',
    'Horodateur, Satisfaction globale, Recommandation, Points forts, À améliorer',
    'Marca temporal, Encuestado, Satisfacción, Recomendación, Sugerencias',
    'タイムスタンプ, 回答者, 満足度, 推奨度, 改善点',
    'Respondent, Segment, NPS, What did you like, What could be better',
  ],
  event_schedule: [
    'Date, Start time, End time, Event, Location, Speaker',
    'Day, Time, Session, Room, Speakers',
    'Datum, Uhrzeit, Veranstaltung, Ort, Referent',
    'Jour, Heure de début, Heure de fin, Intervention, Salle, Intervenant',
    'Fecha, Hora, Actividad, Lugar, Ponente',
    'Data, Horário, Palestra, Local, Palestrante',
    '開催日, 開始時刻, 終了時刻, イベント名, 会場, 登壇者',
    'Datum, Begintijd, Eindtijd, Activiteit, Locatie, Spreker',
  ],
}

const cases = Object.entries(rows).flatMap(([id, headers]) => headers.map((header) => [header, id] as const))
const chosen = (header: string) => bestMatch(header.split(', '), builtInTemplates)?.id ?? null

describe('the header row', () => {
  test.each(cases)('%s is of %s', (header, id) => expect(chosen(header)).toBe(id))

  test.each([
    'Species, Habitat, Wingspan, Diet',
    'Country, Population, Area, Capital, GDP',
    'Gene, Chromosome, Position, Allele',
    'Player, Team, Goals, Assists, Minutes',
    'Date, Temperature, Humidity, Wind, Pressure',
    'Student, Math, Physics, Chemistry, Biology',
    'Ingredient, Amount, Calories, Protein, Fat',
    'IP, Method, Path, Status, Bytes, User agent',
    'Name, Age, Height, Weight',
    'Flight, From, To, Departure, Arrival, Gate',
    'Jahr, Einwohner, Geburten, Sterbefälle',
    'Film, Réalisateur, Année, Durée, Genre',
    'Date, Open, High, Low, Close, Volume',
    'id, created_at, updated_at, type, value',
    'Column 1, Column 2, Column 3',
    'Name, Notes',
    'Date, Amount',
    '',
  ])('%s is of none', (header) => expect(chosen(header)).toBeNull())
})
