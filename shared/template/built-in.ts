// The templates that come with the product.
import { contactList } from './built-in/contact-list.ts'
import { plainTable } from './built-in/plain-table.ts'
import { salesAnalysis } from './built-in/sales-analysis.ts'
import type { Template } from './template.ts'

/** In the order in which people see them; the first fits every table. */
export const builtInTemplates: Template[] = [plainTable, salesAnalysis, contactList]
