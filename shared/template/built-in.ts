// The templates that come with the product.
import { budget } from './built-in/budget.ts'
import { comparisonMatrix } from './built-in/comparison-matrix.ts'
import { contactList } from './built-in/contact-list.ts'
import { eventSchedule } from './built-in/event-schedule.ts'
import { expenseReport } from './built-in/expense-report.ts'
import { inventory } from './built-in/inventory.ts'
import { invoiceLines } from './built-in/invoice-lines.ts'
import { meetingActions } from './built-in/meeting-actions.ts'
import { plainTable } from './built-in/plain-table.ts'
import { projectPlan } from './built-in/project-plan.ts'
import { salesAnalysis } from './built-in/sales-analysis.ts'
import { surveyResults } from './built-in/survey-results.ts'
import { taskList } from './built-in/task-list.ts'
import type { Template } from './template.ts'

/** In the order in which people see them; the first fits every table. */
export const builtInTemplates: Template[] = [
  plainTable,
  salesAnalysis,
  expenseReport,
  invoiceLines,
  contactList,
  inventory,
  projectPlan,
  taskList,
  budget,
  comparisonMatrix,
  meetingActions,
  surveyResults,
  eventSchedule,
]
