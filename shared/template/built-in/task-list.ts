// What has to be done, by whom and until when.
import { Template } from '../template.ts'
import { column } from './column.ts'
import { chips, faded, shades, tint } from './looks.ts'
import { words } from './words.ts'

export const taskList = Template.parse({
  id: 'task_list',
  name: 'Task list',
  description: `What has to be done, by whom and until when: counts the days left and marks what is overdue.`,
  version: 1,
  layout: {
    columns: [
      column(
        'task',
        'Task',
        'text',
        `to do, todo, to-do, task name, what, summary, title, issue, ticket, aufgabe, was, titel, zu erledigen,
        tâche, à faire, quoi, titre, tarea, pendiente, qué, título, compito, da fare, cosa, titolo, tarefa, a
        fazer, o que, taak, te doen, wat, uppgift, att göra, zadanie, do zrobienia, タスク, やること, 件名, 任务, 待办, 할 일,
        कार्य, المهمة`,
        { width: 280, wrap: 'wrap', required: true },
      ),
      column('owner', 'Owner', 'text', words.owner, { width: 160 }),
      column('priority', 'Priority', 'text', `importance, urgency, prio, wichtigkeit, ${words.priority}`, {
        width: 100,
        align: 'center',
      }),
      column('due_date', 'Due date', 'date', words.due, { width: 100 }),
      column(
        'status',
        'Status',
        'text',
        `state, progress, stand, fortschritt, avancement, progreso, avanzamento, andamento, voortgang, 進捗,
        ${words.status}`,
        {
          width: 100,
          align: 'center',
          default: 'To do',
        },
      ),
      column('days_left', 'Days left', 'number', words.daysLeft, {
        formula: 'IF(OR(ISBLANK(due_date), status = "Done"), "", due_date - TODAY())',
        number_format: '0',
        width: 100,
        note: 'Until the due date, from today. Below zero: overdue.',
      }),
      column(
        'project',
        'Project',
        'text',
        `list, area, projekt, bereich, projet, liste, proyecto, lista, área, progetto, projeto, プロジェクト, 项目, 프로젝트,
        परियोजना, المشروع`,
        { width: 160 },
      ),
      column('notes', 'Notes', 'text', `details, description, ${words.notes}, ${words.description}`, {
        width: 280,
        wrap: 'wrap',
      }),
    ],
    frozen_rows: 1,
    frozen_columns: 1,
    filter: true,
    totals_label: null,
    sort: [{ column: 'due_date' }],
  },
  formatting: {
    ...shades('#075985', '#eef6fb'),
    conditional_formats: [
      faded('status = "Done"', true),
      tint(['due_date', 'days_left'], 'AND(NOT(ISBLANK(due_date)), due_date < TODAY(), status <> "Done")', 'red', {
        bold: true,
      }),
      tint(
        ['due_date', 'days_left'],
        'AND(NOT(ISBLANK(due_date)), due_date <= TODAY() + 3, status <> "Done")',
        'amber',
      ),
      ...chips('priority', { High: 'red', Medium: 'amber', Low: 'grey' }),
      ...chips('status', { 'To do': 'grey', 'In progress': 'blue', Waiting: 'amber', Done: 'green' }),
    ],
  },
  validation_rules: [
    { column: 'priority', rule: { kind: 'list', values: ['High', 'Medium', 'Low'], strict: false } },
    { column: 'status', rule: { kind: 'list', values: ['To do', 'In progress', 'Waiting', 'Done'], strict: false } },
    { column: 'due_date', rule: { kind: 'date', strict: false, help: 'A day, such as 2026-01-31.' } },
  ],
})
