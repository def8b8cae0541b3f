// A built-in template gives the columns only where the message clearly means it.
import { describe, expect, it } from 'vitest'
import { salesAnalysis } from '../../shared/template/built-in/sales-analysis.ts'
import { chooseTemplate } from './choose-template.ts'
import { inputFor } from './testing/run-engine.ts'

const chosen = async (content: string, more = {}) => chooseTemplate(await inputFor({ content }, more))?.id ?? null

describe('the template', () => {
  it.each([
    ['contact_list', 'Make a contact list: I met Ada of Acme in Bern, her number is 555 1234.'],
    ['contact_list', 'Columns: name, e-mail, phone, company, city. Ada of Acme lives in Bern and …'],
    ['contact_list', 'Bitte mit den Spalten Name, E-Mail, Telefon, Firma und Ort. Ada wohnt in Bern.'],
    ['sales_analysis', 'Please put these into the sales analysis. Ada took two lamps for 5 euros.'],
    [null, 'Ada ordered 2 lamps for €5 on Monday, Bob 3 chairs for €80.'],
    [null, 'Columns: name, weight, colour, size. Ada weighs 60 kg.'],
    [null, 'Who is in my contacts?'],
    [null, ''],
  ])('is %s for: %s', async (id, content) => expect(await chosen(content)).toBe(id))

  it('that was chosen stays', async () => {
    expect(await chosen('Make a contact list.', { template: salesAnalysis })).toBe('sales_analysis')
  })

  it('may be one of the person’s own, by its name or by its columns', async () => {
    const visits = { ...salesAnalysis, id: 'own', name: 'Site visits' }
    visits.layout = { ...visits.layout, columns: [] }
    const column = salesAnalysis.layout.columns[0]!
    visits.layout.columns = ['Visitor', 'Site', 'Badge'].map((header) => ({
      ...column,
      key: header.toLowerCase(),
      header,
      aliases: [],
    }))
    const own = { ownTemplates: [visits] }
    expect(await chosen('Fill in the site visits: Ada came to Bern.', own)).toBe('own')
    expect(await chosen('Columns: visitor, site, badge. Ada came to Bern.', own)).toBe('own')
    expect(await chosen('Columns: visitor, site, badge. Ada came to Bern.')).toBeNull()
  })

  it('is none beside tables that were found', async () => {
    expect(await chosen('Make a contact list of this:\n\na,b\n1,2\n3,4\n')).toBeNull()
  })
})
