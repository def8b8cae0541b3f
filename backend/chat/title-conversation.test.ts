// What a conversation is called: the words of its first message, unless they only ask for a table or are a long text.
import { describe, expect, it } from 'vitest'
import type { SourceTable, SourceText } from '../extraction/engine.ts'
import { isPlainRequest } from './plain-request.ts'
import { titleConversation } from './title-conversation.ts'

const text = (content: string, tables: SourceText['tables'] = []): SourceText => ({
  id: 'message:1',
  label: 'your message',
  text: content,
  tables,
})
const found = (title: string) => [{ title } as SourceTable]
const title = (
  content: string,
  firstTable: string | null = null,
  more: { files?: SourceText[]; found?: SourceTable[] } = {},
) => titleConversation({ message: text(content), files: [], found: [], ...more }, firstTable)

describe('a title', () => {
  it('is the first words of a message that says something', () => {
    expect(title('Orders of May:\nand so on')).toBe('Orders of May')
    expect(title('# Orders of May', 'Orders')).toBe('Orders of May')
    expect(title('as a contact list', 'People')).toBe('as a contact list')
    expect(title('')).toBe('Conversation')
  })

  it('is the table’s where the message only asks for one', () => {
    expect(title('Make a table of this, please.\nAda has two cats.', 'Pets')).toBe('Pets')
    expect(title('Bitte mach daraus eine Tabelle', null, { found: found('Umsätze') })).toBe('Umsätze')
    expect(title('Make a table of this:\nAda has two cats.')).toBe('Ada has two cats')
    expect(title('Please make a table of this.')).toBe('Please make a table of this')
  })

  it('is the table’s where the message is a long text', () => {
    const long = 'Yesterday we met the whole team of the harbour project and talked for hours. '.repeat(6)
    expect(title(long, 'Harbour team')).toBe('Harbour team')
    expect(title(long)).toBe('Yesterday we met the whole team of the harbour project and…')
  })

  it('is that of what is attached where nothing is said', () => {
    const file = { ...text('prose'), label: 'Minutes of March.docx.txt' }
    expect(title('', null, { files: [file] })).toBe('Minutes of March.docx')
    expect(title(' ', 'People', { files: [file] })).toBe('People')
    expect(title('', null, { files: [file], found: found('Sheet1') })).toBe('Sheet1')
  })

  it('is looked for outside the tables of the message', () => {
    const content = 'a,b\n1,2\n\nNumbers of the week\n'
    const message = text(content, [{ id: 't1', start: 0, end: 7 }])
    expect(titleConversation({ message, files: [], found: found('Table') }, null)).toBe('Numbers of the week')
  })
})

describe('a plain request', () => {
  it.each([
    ['Can you turn this into a spreadsheet, please?'],
    ['Erstelle bitte eine Tabelle aus diesem Text'],
    ['Fais-moi un tableau avec ces données s’il te plaît'],
    ['Hazme una tabla con estos datos, por favor'],
    ['Faça uma tabela com estes dados, por favor'],
    ['Fammi una tabella con questi dati'],
    ['Maak hier een tabel van'],
    ['Zrób z tego tabelę'],
    ['Сделай из этого таблицу, пожалуйста'],
    ['Bunu tablo olarak hazırla'],
    ['请把这些数据整理成表格'],
    ['これを表にしてください'],
    ['이것을 표로 만들어 주세요'],
  ])('%s', (line) => expect(isPlainRequest(line)).toBe(true))

  it.each([
    ['Orders of May'],
    ['Die Umsätze von Berlin'],
    ['Clientes de Madrid'],
    ['请整理北京的订单'],
    ['東京の顧客一覧'],
    ['Таблица заказов Москвы'],
  ])('is not %s', (line) => expect(isPlainRequest(line)).toBe(false))
})
