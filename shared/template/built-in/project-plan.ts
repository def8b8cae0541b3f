// The tasks of a project over time: who, from when to when, how far.
import { Template } from '../template.ts'
import { column } from './column.ts'
import { chips, scale, shades, tint } from './looks.ts'
import { words } from './words.ts'

export const projectPlan = Template.parse({
  id: 'project_plan',
  name: 'Project plan',
  description: `Tasks with phase, owner, start, end and progress: works out durations and marks what is late.`,
  version: 1,
  layout: {
    columns: [
      column(
        'task',
        'Task',
        'text',
        `task name, activity, work package, milestone, deliverable, step, aufgabe, vorgang, vorgangsname,
        arbeitspaket, meilenstein, tâche, activité, jalon, tarea, actividad, hito, attività, compito, tarefa,
        atividade, marco, taak, activiteit, mijlpaal, uppgift, zadanie, タスク, 作業, 作業名, 任务, 任务名称, 작업, कार्य, المهمة,
        النشاط`,
        { width: 280, wrap: 'wrap', required: true },
      ),
      column(
        'phase',
        'Phase',
        'text',
        `stage, workstream, work stream, project phase, project, abschnitt, projektphase, teilprojekt, étape, phase
        du projet, projet, fase, etapa, proyecto, progetto, projeto, fas, etap, projekt, フェーズ, 工程, 阶段, 단계, चरण,
        المرحلة`,
        { width: 160 },
      ),
      column('owner', 'Owner', 'text', words.owner, { width: 160 }),
      column('start', 'Start', 'date', `planned start, ${words.start}`, { width: 100 }),
      column('end', 'End', 'date', `planned end, target date, ${words.end}, ${words.due}`, { width: 100 }),
      column(
        'days',
        'Days',
        'number',
        `duration, duration days, length, dauer, dauer tage, tage, durée, jours, duración, días, durata, giorni,
        duração, dias, duur, dagen, czas trwania, dni, 日数, 期間, 工期, 天数, 기간, अवधि, المدة`,
        {
          formula: 'IF(OR(ISBLANK(start), ISBLANK(end)), "", end - start + 1)',
          number_format: '0',
          width: 100,
          note: 'From start to end, both counted.',
        },
      ),
      column(
        'progress',
        'Progress',
        'percent',
        `% complete, percent complete, % done, complete, completion, done %, fortschritt, erledigt, %
        abgeschlossen, avancement, progression, % achevé, progreso, avance, % completado, avanzamento, %
        completamento, progresso, % concluído, voortgang, gereed, framsteg, postęp, 進捗, 進捗率, 进度, 完成率, 진행률, प्रगति,
        التقدم, نسبة الإنجاز`,
        { width: 100, number_format: '0%' },
      ),
      column('status', 'Status', 'text', `task status, ${words.status}`, {
        width: 100,
        align: 'center',
      }),
      column('days_left', 'Days left', 'number', words.daysLeft, {
        formula: 'IF(OR(ISBLANK(end), progress >= 1), "", end - TODAY())',
        number_format: '0',
        width: 100,
        note: 'Until the end, from today. Below zero: late.',
      }),
      column(
        'depends_on',
        'Depends on',
        'text',
        `dependencies, dependency, predecessor, predecessors, blocked by, vorgänger, abhängigkeit, abhängig von,
        prédécesseur, dépend de, depende de, predecesora, predecessore, dipende da, predecessora, afhankelijk van,
        poprzednik, 先行タスク, 前置任务, 선행 작업`,
        { width: 160 },
      ),
      column('notes', 'Notes', 'text', words.notes, { width: 280, wrap: 'wrap' }),
    ],
    frozen_rows: 1,
    frozen_columns: 1,
    filter: true,
    totals_label: null,
    sort: [{ column: 'start' }, { column: 'end' }],
    chart: { kind: 'bar', title: 'Days by task', labels: 'task', series: ['days'] },
  },
  formatting: {
    ...shades('#4527a0', '#f3f0fb'),
    conditional_formats: [
      // What is done is not late, whatever its progress says.
      tint(['end', 'days_left'], 'status = "Done"', 'grey'),
      tint(['end', 'days_left'], 'AND(NOT(ISBLANK(end)), end < TODAY(), progress < 1)', 'red', { bold: true }),
      tint(['end', 'days_left'], 'AND(NOT(ISBLANK(end)), end <= TODAY() + 7, progress < 1)', 'amber'),
      ...chips('status', {
        'Not started': 'grey',
        'In progress': 'blue',
        Done: 'green',
        Blocked: 'red',
        'On hold': 'amber',
      }),
      scale(['progress'], '#b9a7e8'),
    ],
  },
  validation_rules: [
    {
      column: 'status',
      rule: { kind: 'list', values: ['Not started', 'In progress', 'Blocked', 'On hold', 'Done'], strict: false },
    },
    { column: 'progress', rule: { kind: 'number', min: 0, max: 1, strict: false, help: 'Between 0% and 100%.' } },
    {
      column: 'end',
      rule: { kind: 'formula', formula: 'end >= start', strict: false, help: 'On the day of the start or later.' },
    },
  ],
})
