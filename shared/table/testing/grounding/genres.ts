// What the records of each genre consist of: the fields that its sentences name, and how each field is drawn.

/** How a field is drawn: from the words of a language, or as a figure, a date, an address. */
export type Draw =
  | 'person'
  | 'place'
  | 'venue'
  | 'food'
  | 'thing'
  | 'company'
  | 'job'
  | 'colour'
  | 'street'
  | 'title'
  | 'money'
  | 'small'
  | 'count'
  | 'large'
  | 'decimal'
  | 'rating'
  | 'signed'
  | 'year'
  | 'percent'
  | 'date'
  | 'time'
  | 'code'
  | 'email'
  | 'url'
  | 'phone'

export const genres = {
  restaurants: { name: 'venue', food: 'food', price: 'money', area: 'place', rating: 'rating' },
  biographies: { name: 'person', born: 'date', place: 'place', job: 'job' },
  buildings: { name: 'venue', city: 'place', floors: 'small', year: 'year', height: 'decimal' },
  basketball: { player: 'person', points: 'small', rebounds: 'small', assists: 'small' },
  football: { player: 'person', club: 'place', minute: 'small' },
  receipts: { item: 'thing', qty: 'small', price: 'money' },
  invoices: { number: 'code', client: 'company', date: 'date', amount: 'money' },
  products: { name: 'thing', brand: 'company', price: 'money', weight: 'decimal', colour: 'colour' },
  jobs: { job: 'job', company: 'company', place: 'place', salary: 'money' },
  flats: { street: 'street', rooms: 'small', size: 'decimal', rent: 'money' },
  events: { title: 'title', date: 'date', time: 'time', place: 'place' },
  weather: { city: 'place', high: 'signed', wind: 'count', humidity: 'percent' },
  orders: { customer: 'person', item: 'thing', qty: 'count', date: 'date' },
  chat: { person: 'person', item: 'food', qty: 'small' },
  minutes: { person: 'person', task: 'title', due: 'date' },
  clinic: { patient: 'person', age: 'small', dose: 'decimal', visit: 'date' },
  citations: { author: 'person', title: 'title', year: 'year', pages: 'count' },
  classes: { pupil: 'person', mark: 'rating', missed: 'small' },
  customs: { code: 'code', goods: 'thing', weight: 'decimal', worth: 'money' },
  contacts: { name: 'person', email: 'email', phone: 'phone' },
  sites: { company: 'company', url: 'url', founded: 'year' },
  bank: { date: 'date', payee: 'company', amount: 'money' },
  trains: { from: 'place', leaves: 'time', arrives: 'time' },
  elections: { party: 'company', share: 'percent', votes: 'large' },
  stock: { thing: 'thing', qty: 'large', code: 'code', place: 'place' },
} satisfies Record<string, Record<string, Draw>>

export type Genre = keyof typeof genres
