// For tests: formats with lists in their records, from many fields of work, with texts and what is to come of them.

export type Schema = Record<string, unknown>
export const text = { type: 'string' }
export const number = { type: 'number' }
export const object = (properties: Schema, more: Schema = {}) => ({ type: 'object', properties, ...more })
export const listOf = (items: unknown, more: Schema = {}) => ({ type: 'array', items, ...more })

export const invoice = object(
  {
    invoice_no: text,
    date: { type: 'string', format: 'date' },
    customer: object({ name: text, city: { type: ['string', 'null'] } }, { required: ['name', 'city'] }),
    lines: listOf(
      object(
        { sku: text, qty: { type: 'integer', minimum: 1 }, price: number },
        { required: ['sku', 'qty'], additionalProperties: false },
      ),
      { minItems: 1 },
    ),
  },
  { required: ['invoice_no', 'lines'], additionalProperties: false },
)
export const invoices = `Invoice no,Date,Customer name,SKU,Qty,Price
R-1,2026-03-01,Ada Ltd,A-1,2,9.50
R-1,2026-03-01,Ada Ltd,A-2,1,20
R-2,2026-03-02,Grace Inc,B-7,5,3.25
`

/** `whole` is what the schema is of, when it is not of one record. */
type Case = { schema: Schema; content: string; rows: unknown[]; whole?: (rows: unknown[]) => unknown }
export const cases: Record<string, Case> = {
  'invoices with lines, a row for each line': {
    schema: invoice,
    content: invoices,
    rows: [
      {
        ...{ invoice_no: 'R-1', date: '2026-03-01', customer: { name: 'Ada Ltd', city: null } },
        lines: [
          { sku: 'A-1', qty: 2, price: 9.5 },
          { sku: 'A-2', qty: 1, price: 20 },
        ],
      },
      {
        ...{ invoice_no: 'R-2', date: '2026-03-02', customer: { name: 'Grace Inc', city: null } },
        lines: [{ sku: 'B-7', qty: 5, price: 3.25 }],
      },
    ],
  },
  'orders in JSON, with lists in lists': {
    whole: (rows) => rows,
    schema: listOf(
      object(
        {
          id: text,
          items: listOf(
            object(
              { name: text, taxes: listOf(object({ code: text, rate: number }, { required: ['code'] })) },
              { required: ['name', 'taxes'] },
            ),
          ),
        },
        { required: ['id', 'items'] },
      ),
    ),
    content: JSON.stringify([
      {
        id: 'o1',
        items: [
          {
            name: 'Lamp',
            taxes: [
              { code: 'VAT', rate: 0.2 },
              { code: 'ECO', rate: 0.01 },
            ],
          },
          { name: 'Desk', taxes: [] },
        ],
      },
      { id: 'o2', items: [{ name: 'Chair', taxes: [{ code: 'VAT', rate: 0.2 }] }] },
    ]),
    rows: [
      {
        id: 'o1',
        items: [
          {
            name: 'Lamp',
            taxes: [
              { code: 'VAT', rate: 0.2 },
              { code: 'ECO', rate: 0.01 },
            ],
          },
          { name: 'Desk', taxes: [] },
        ],
      },
      { id: 'o2', items: [{ name: 'Chair', taxes: [{ code: 'VAT', rate: 0.2 }] }] },
    ],
  },
  'people with addresses by $defs, in a wrapper': {
    whole: (people) => ({ people }),
    schema: {
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      ...object({ people: listOf({ $ref: '#/$defs/person' }) }, { required: ['people'] }),
      $defs: {
        address: object({ street: text, kind: { enum: ['home', 'work'] } }, { required: ['street', 'kind'] }),
        person: object(
          { name: text, addresses: listOf({ $ref: '#/$defs/address' }) },
          { required: ['name', 'addresses'] },
        ),
      },
    },
    content: JSON.stringify({
      people: [
        {
          name: 'Ada',
          addresses: [
            { street: 'Elm 1', kind: 'home' },
            { street: 'Oak 2', kind: 'work' },
          ],
        },
        { name: 'Grace', addresses: [] },
      ],
    }),
    rows: [
      {
        name: 'Ada',
        addresses: [
          { street: 'Elm 1', kind: 'home' },
          { street: 'Oak 2', kind: 'work' },
        ],
      },
      { name: 'Grace', addresses: [] },
    ],
  },
  'courses with sessions, draft-07, nullable': {
    schema: {
      $schema: 'http://json-schema.org/draft-07/schema#',
      definitions: {
        session: object(
          { starts: { type: 'string', format: 'date-time' }, room: { type: ['string', 'null'] } },
          { required: ['starts', 'room'] },
        ),
      },
      ...object(
        { course: text, sessions: { type: ['array', 'null'], items: { $ref: '#/definitions/session' } } },
        { required: ['course', 'sessions'] },
      ),
    },
    content: 'Course,Starts,Room\nChess,2026-01-05 10:00,R1\nChess,2026-01-12 10:00,\nGo,,\n',
    rows: [
      {
        course: 'Chess',
        sessions: [
          { starts: '2026-01-05T10:00:00Z', room: 'R1' },
          { starts: '2026-01-12T10:00:00Z', room: null },
        ],
      },
      { course: 'Go', sessions: null },
    ],
  },
  'one invoice: facts, then a table of its lines': {
    schema: invoice,
    content:
      'Invoice no: R-9\nDate: 2026-04-02\nCustomer name: Ada Ltd\nCustomer city: Oslo\n\n| SKU | Qty | Price |\n|---|---|---|\n| A-1 | 2 | 9.50 |\n| A-2 | 1 | 20 |\n',
    rows: [
      {
        ...{ invoice_no: 'R-9', date: '2026-04-02', customer: { name: 'Ada Ltd', city: 'Oslo' } },
        lines: [
          { sku: 'A-1', qty: 2, price: 9.5 },
          { sku: 'A-2', qty: 1, price: 20 },
        ],
      },
    ],
  },
  'a recipe with plain and other lists': {
    schema: object(
      {
        dish: text,
        tags: listOf(text),
        ingredients: listOf(object({ what: text, grams: number }, { required: ['what'] })),
      },
      { required: ['dish', 'ingredients'] },
    ),
    content: JSON.stringify({
      dish: 'Dal',
      tags: ['vegan', 'quick'],
      ingredients: [{ what: 'Lentils', grams: 250 }, { what: 'Salt' }],
    }),
    rows: [{ dish: 'Dal', tags: ['vegan', 'quick'], ingredients: [{ what: 'Lentils', grams: 250 }, { what: 'Salt' }] }],
  },
  'lists beside each other': {
    schema: object(
      {
        name: text,
        jobs: listOf(object({ employer: text, since: { type: 'integer' } })),
        schools: listOf(object({ school: text, degree: text })),
      },
      { required: ['name', 'jobs', 'schools'] },
    ),
    content: JSON.stringify([
      {
        name: 'Ada',
        jobs: [
          { employer: 'Acme', since: 2019 },
          { employer: 'Bolt', since: 2022 },
        ],
        schools: [{ school: 'ETH', degree: 'MSc' }],
      },
      { name: 'Grace', jobs: [], schools: [{ school: 'Yale', degree: 'PhD' }] },
    ]),
    rows: [
      {
        name: 'Ada',
        jobs: [
          { employer: 'Acme', since: 2019 },
          { employer: 'Bolt', since: 2022 },
        ],
        schools: [{ school: 'ETH', degree: 'MSc' }],
      },
      { name: 'Grace', jobs: [], schools: [{ school: 'Yale', degree: 'PhD' }] },
    ],
  },
  'samples with measurements, the sample named once': {
    schema: object(
      {
        sample: text,
        measurements: listOf(
          object({ analyte: text, value: number, unit: { const: 'mg/l' } }, { required: ['analyte', 'value', 'unit'] }),
          { maxItems: 3, uniqueItems: true },
        ),
      },
      { required: ['sample', 'measurements'] },
    ),
    content: 'Sample\tAnalyte\tValue\tUnit\nS1\tNitrate\t12.5\tmg/l\n\tLead\t0.01\tmg/l\nS2\tNitrate\t3\tmg/l\n',
    rows: [
      {
        sample: 'S1',
        measurements: [
          { analyte: 'Nitrate', value: 12.5, unit: 'mg/l' },
          { analyte: 'Lead', value: 0.01, unit: 'mg/l' },
        ],
      },
      { sample: 'S2', measurements: [{ analyte: 'Nitrate', value: 3, unit: 'mg/l' }] },
    ],
  },
  'an account with its transactions, by anyOf with null': {
    schema: object(
      {
        iban: text,
        transactions: {
          anyOf: [listOf(object({ day: { type: 'string', format: 'date' }, amount: number })), { type: 'null' }],
        },
      },
      { required: ['iban'] },
    ),
    content: 'IBAN,Day,Amount\nDE01,2026-01-02,-12.50\nDE01,2026-01-03,100\n',
    rows: [
      {
        iban: 'DE01',
        transactions: [
          { day: '2026-01-02', amount: -12.5 },
          { day: '2026-01-03', amount: 100 },
        ],
      },
    ],
  },
  'three levels: a bill of materials': {
    schema: object(
      {
        product: text,
        modules: listOf(
          object({
            module: text,
            parts: listOf(object({ part: text, screws: listOf(object({ size: text, count: { type: 'integer' } })) })),
          }),
        ),
      },
      { required: ['product', 'modules'] },
    ),
    content:
      'Product,Module,Part,Size,Count\nBike,Frame,Tube,M4,2\nBike,Frame,Tube,M5,1\nBike,Frame,Fork,M6,4\nBike,Wheel,Rim,M4,8\n',
    rows: [
      {
        product: 'Bike',
        modules: [
          {
            module: 'Frame',
            parts: [
              {
                part: 'Tube',
                screws: [
                  { size: 'M4', count: 2 },
                  { size: 'M5', count: 1 },
                ],
              },
              { part: 'Fork', screws: [{ size: 'M6', count: 4 }] },
            ],
          },
          { module: 'Wheel', parts: [{ part: 'Rim', screws: [{ size: 'M4', count: 8 }] }] },
        ],
      },
    ],
  },
  'a document of lists alone': {
    schema: object(
      {
        customers: listOf(object({ customer: text, email: { type: 'string', format: 'email' } })),
        orders: listOf(object({ order: text, total: number })),
      },
      { required: ['customers', 'orders'] },
    ),
    content:
      '| Customer | Email |\n|---|---|\n| Ada | ada@example.com |\n\n| Order | Total |\n|---|---|\n| O-1 | 12 |\n| O-2 | 7.5 |\n',
    rows: [
      {
        customers: [{ customer: 'Ada', email: 'ada@example.com' }],
        orders: [
          { order: 'O-1', total: 12 },
          { order: 'O-2', total: 7.5 },
        ],
      },
    ],
  },
  'a list within an object, allOf, and names of the house': {
    schema: {
      allOf: [
        object({ trip: text }, { required: ['trip'] }),
        object(
          {
            route: object(
              { 'legs.all': listOf(object({ von: text, nach: text }, { required: ['von', 'nach'] })) },
              { required: ['legs.all'] },
            ),
          },
          { required: ['route'] },
        ),
      ],
    },
    content: 'trip,von,nach\nT1,Köln,Bonn\nT1,Bonn,Mainz\n',
    rows: [
      {
        trip: 'T1',
        route: {
          'legs.all': [
            { von: 'Köln', nach: 'Bonn' },
            { von: 'Bonn', nach: 'Mainz' },
          ],
        },
      },
    ],
  },
  'a survey in lines of JSON': {
    schema: object(
      {
        respondent: { type: 'integer' },
        answers: listOf(object({ question: text, yes: { type: 'boolean' } }, { required: ['question', 'yes'] })),
      },
      { required: ['respondent', 'answers'] },
    ),
    content:
      '{"respondent":1,"answers":[{"question":"Q1","yes":true},{"question":"Q2","yes":false}]}\n{"respondent":2,"answers":[{"question":"Q1","yes":false}]}\n',
    rows: [
      {
        respondent: 1,
        answers: [
          { question: 'Q1', yes: true },
          { question: 'Q2', yes: false },
        ],
      },
      { respondent: 2, answers: [{ question: 'Q1', yes: false }] },
    ],
  },
  'records without a list in the text': {
    schema: object({ club: text, members: listOf(object({ member: text })) }, { required: ['club', 'members'] }),
    content: 'Club,Town\nChess,Bonn\nChess,Bonn\n',
    rows: [
      { club: 'Chess', members: [] },
      { club: 'Chess', members: [] },
    ],
  },
}
