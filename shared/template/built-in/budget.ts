// Planned against actual money, line by line.
import { Template } from '../template.ts'
import { column } from './column.ts'
import { negative, shades, tint } from './looks.ts'
import { words } from './words.ts'

export const budget = Template.parse({
  id: 'budget',
  name: 'Budget',
  description: `Planned against actual amounts: works out what is left and how much is used, and marks what is over.`,
  version: 1,
  layout: {
    columns: [
      column(
        'category',
        'Category',
        'text',
        `budget category, department, cost center, cost centre, account, group, kostenstelle, abteilung, konto,
        bereich, poste, service, compte, partida, centro de coste, departamento, cuenta, centro di costo, reparto,
        conto, centro de custo, conta, kostenplaats, afdeling, dział, 費目, 部門, 科目, 部门, 부서, विभाग, القسم,
        ${words.category}`,
        { width: 160 },
      ),
      column(
        'item',
        'Item',
        'text',
        `budget item, line item, position, posten, description, beschreibung, ligne, ligne budgétaire, libellé,
        concepto, línea, voce, voce di spesa, rubrica, item de despesa, post, begrotingspost, pozycja, 項目, 项目, 항목,
        मद, البند`,
        { width: 220, wrap: 'wrap' },
      ),
      column(
        'period',
        'Period',
        'text',
        `month, quarter, year, monat, quartal, jahr, zeitraum, mois, trimestre, année, période, mes, período,
        periodo, año, mese, anno, mês, ano, maand, kwartaal, periode, jaar, miesiąc, okres, 期間, 月, 期间, 月份, 기간,
        अवधि, الفترة`,
        { width: 100 },
      ),
      column(
        'planned',
        'Planned',
        'currency',
        `plan, budget, budgeted, planned amount, budget amount, planned cost, target, forecast, geplant, soll,
        planwert, plankosten, budget prévu, prévu, prévision, montant prévu, presupuesto, presupuestado, previsto,
        planeado, preventivo, budget previsto, preventivato, orçamento, orçado, planejado, begroot, begroting,
        gepland, plan kosztów, planowane, 予算, 计划, 预算, 예산, बजट, المخطط, الميزانية`,
        { total: 'sum', width: 160 },
      ),
      column(
        'actual',
        'Actual',
        'currency',
        `actuals, spent, actual amount, actual cost, actual spend, spending, expenses, ist, ist-kosten, istwert,
        tatsächlich, ausgegeben, réel, dépensé, réalisé, montant réel, real, gastado, ejecutado, consuntivo,
        effettivo, speso, realizado, gasto, executado, werkelijk, uitgegeven, realisatie, wykonanie, rzeczywiste,
        wydano, 実績, 実際, 实际, 实际支出, 실적, वास्तविक, الفعلي`,
        { total: 'sum', width: 160 },
      ),
      column(
        'left',
        'Left',
        'currency',
        `difference, variance, remaining, balance, over/under, budget left, differenz, abweichung, rest,
        verbleibend, übrig, écart, reste, restant, solde, diferencia, variación, restante, saldo, differenza,
        scostamento, residuo, rimanente, diferença, variação, verschil, resterend, różnica, pozostało, 差異, 残額, 差額,
        差额, 剩余, 차이, शेष, المتبقي, الفرق`,
        { formula: 'planned - actual', total: 'sum', width: 160, note: 'Planned − actual. Below zero: over budget.' },
      ),
      column(
        'used',
        'Used',
        'percent',
        `% used, % of budget, percent used, share used, utilization, verbraucht, % verbraucht, auslastung,
        ausschöpfung, utilisé, % utilisé, consommé, usado, % usado, ejecución, utilizzato, % utilizzato,
        utilizado, % utilizado, gebruikt, % gebruikt, wykorzystano, 消化率, 執行率, 使用率, 집행률, उपयोग, المستخدم`,
        {
          formula: 'IF(planned = 0, "", actual / planned)',
          number_format: '0%',
          width: 100,
          note: 'Actual ÷ planned.',
        },
      ),
      column('owner', 'Owner', 'text', words.owner, { width: 160 }),
      column('notes', 'Notes', 'text', words.notes, { width: 220, wrap: 'wrap' }),
    ],
    frozen_rows: 1,
    frozen_columns: 1,
    filter: true,
    totals_label: 'Total',
    chart: { kind: 'column', title: 'Planned and actual', labels: 'category', series: ['planned', 'actual'] },
  },
  formatting: {
    ...shades('#3f5a12', '#f4f8ec', '#e0ebc8'),
    conditional_formats: [
      tint(['used'], 'AND(planned > 0, actual > planned)', 'red', { bold: true }),
      tint(['used'], 'AND(planned > 0, actual >= planned * 0.9)', 'amber'),
      tint(['used'], 'AND(planned > 0, actual > 0)', 'green'),
      negative(['left']),
    ],
  },
  validation_rules: [
    { column: 'planned', rule: { kind: 'number', strict: false, help: 'An amount of money.' } },
    { column: 'actual', rule: { kind: 'number', strict: false, help: 'An amount of money.' } },
  ],
})
