// What was agreed in a meeting, and who does it by when.
import { Template } from '../template.ts'
import { column } from './column.ts'
import { chips, faded, shades, tint } from './looks.ts'
import { words } from './words.ts'

export const meetingActions = Template.parse({
  id: 'meeting_actions',
  name: 'Meeting actions',
  description: `What was agreed in a meeting, who does it by when, with a box to tick; what is overdue stands out.`,
  version: 1,
  layout: {
    columns: [
      column(
        'done',
        'Done',
        'boolean',
        `completed, complete, closed, finished, erledigt, abgeschlossen, fait, terminé, clos, hecho, terminado,
        cerrado, fatto, completato, chiuso, feito, concluído, gedaan, afgerond, klar, zrobione, 完了, 済, 已完成, 完成,
        완료, पूर्ण, تم, مكتمل`,
        { width: 80, default: false },
      ),
      column(
        'action',
        'Action',
        'text',
        `action item, action point, next step, to do, todo, task, decision and action, commitment, maßnahme,
        aktion, aufgabe, nächster schritt, action à mener, action décidée, tâche, prochaine étape, acción,
        compromiso, tarea, acuerdo, próximo paso, azione, compito, attività, prossimo passo, ação, tarefa,
        encaminhamento, próxima etapa, actie, actiepunt, taak, åtgärd, działanie, zadanie, アクション, アクションアイテム, 対応事項,
        宿題, 行动项, 待办事项, 任务, 액션 아이템, 할 일, कार्रवाई, الإجراء, المهمة`,
        { width: 280, wrap: 'wrap', required: true },
      ),
      column('owner', 'Owner', 'text', `action owner, ${words.owner}`, { width: 160 }),
      column('due_date', 'Due date', 'date', words.due, { width: 100 }),
      column(
        'topic',
        'Topic',
        'text',
        `agenda item, subject, item, agenda, thema, tagesordnungspunkt, top, sujet, point, point à l’ordre du jour,
        tema, asunto, punto, punto del orden del día, argomento, punto all’ordine del giorno, assunto, pauta,
        onderwerp, agendapunt, ämne, temat, punkt, 議題, 議題・テーマ, トピック, 议题, 主题, 안건, विषय, الموضوع`,
        { width: 160, wrap: 'wrap' },
      ),
      column(
        'decision',
        'Decision',
        'text',
        `decided, resolution, outcome, agreed, beschluss, entscheidung, ergebnis, décision, résolution, decisión,
        resolución, decisione, delibera, decisão, deliberação, besluit, beslut, decyzja, ustalenia, 決定事項, 決定, 决议,
        决定, 결정 사항, निर्णय, القرار`,
        { width: 220, wrap: 'wrap' },
      ),
      column('priority', 'Priority', 'text', `importance, urgency, prio, ${words.priority}`, {
        width: 100,
        align: 'center',
      }),
      column(
        'meeting',
        'Meeting',
        'date',
        `meeting date, date of meeting, date, held on, raised on, besprechung, sitzung, sitzungsdatum, datum der
        besprechung, réunion, date de réunion, reunión, fecha de reunión, riunione, data riunione, reunião, data
        da reunião, vergadering, vergaderdatum, möte, spotkanie, data spotkania, 会議日, 会議, 会议日期, 회의 날짜, बैठक, تاريخ
        الاجتماع, الاجتماع`,
        { width: 100 },
      ),
      column('notes', 'Notes', 'text', `details, ${words.notes}`, { width: 280, wrap: 'wrap' }),
    ],
    frozen_rows: 1,
    frozen_columns: 0,
    filter: true,
    totals_label: null,
    sort: [{ column: 'due_date' }],
  },
  formatting: {
    ...shades('#86198f', '#fbf3fc'),
    conditional_formats: [
      faded('done', true),
      tint(['due_date'], 'AND(NOT(ISBLANK(due_date)), due_date < TODAY(), NOT(done))', 'red', { bold: true }),
      tint(['due_date'], 'AND(NOT(ISBLANK(due_date)), due_date <= TODAY() + 3, NOT(done))', 'amber'),
      ...chips('priority', { High: 'red', Medium: 'amber', Low: 'grey' }),
    ],
  },
  validation_rules: [
    { column: 'done', rule: { kind: 'checkbox' } },
    { column: 'priority', rule: { kind: 'list', values: ['High', 'Medium', 'Low'], strict: false } },
    {
      column: 'due_date',
      rule: {
        kind: 'formula',
        formula: 'OR(ISBLANK(meeting), due_date >= meeting)',
        strict: false,
        help: 'On the day of the meeting or later.',
      },
    },
  ],
})
