// English: every genre.
import type { Tongue } from './tongue.ts'

export const english: Tongue[] = [
  {
    language: 'en',
    decimal: '.',
    group: ',',
    months: 'January|February|March|April|May|June|July|August|September|October|November|December',
    dates: ['D N Y', 'N D, Y', 'Y-MM-DD', 'the Dth of N Y', 'D. N Y'],
    money: [
      ['$#', 'USD'],
      ['USD #', 'USD'],
      ['£#', 'GBP'],
      ['# EUR', 'EUR'],
      ['€#', 'EUR'],
    ],
    percent: ['#%', '# percent', '# %'],
    time: ['HH:MM', 'H:MMa', 'H.MM a'],
    words: {
      person:
        'Ann Alder|Ben Birch|Cleo Marsh|Dana O’Neill|Elif Kaya|Frank van Dyke|Grace Hopkins-Lee|Hugo Sandoval|Iris Novak|Jack T. Merrow|María del Carmen Ruiz|Søren Holm|Tom Rye|Uma Patel|Victor St. Clair',
      place:
        'Harbourside|Mill Lane|New Quay|Riverside|Old Town|Stoke-on-Wye|Port Amber|West Hill|Kingsbridge|Lower Marsh',
      venue:
        'The Golden Quill|Blue Spice|Cotto & Co|The Mill|Fitzbillies Yard|Zizzi Corner|The Rice Boat|Café Adriatic|Giraffe House|Tower Nine|Alimentum',
      food: 'Italian|Japanese|fish and chips|French|Thai|vegan bowls|fast food|Indian|pad thai|lemon tart|flat white',
      thing:
        'oak chair|desk lamp|USB-C cable 2 m|paper clips|printer toner|folding table|whiteboard|garden hose|cordless drill|rain jacket',
      company:
        'Northwind Ltd|Brightwater & Sons|Acme Tools|Halden Group|Kite Logistics|Merrow Foods|Oxbow Studio|Pine & Partners|Quarry Media|Vela',
      job: 'carpenter|software engineer|poet|botanist|senior nurse|line cook|politician|film director',
      colour: 'red|navy blue|oak brown|white|dark green|silver',
      street: '12 Quay Road|88 Mill Lane|4 Hill Street|Flat 3, 21 Park Row|7b Church Walk|150 High Street',
      title:
        'The Long Winter|Budget review|Open day|Jazz under the bridge|On Rivers and Roads|Fire drill|Send the contract|Book the hall|Maps of Nowhere',
    },
    stop: '.',
    and: ', and ',
    intros: [
      'Hi Sam, here is what I have so far.',
      'As agreed on the phone (call 3 of 7):',
      'Summary for the 14 people on the list:',
      'Hello 👋',
    ],
    outros: ['Thanks, Kim', 'Let me know if 2 weeks are enough.', 'Sent from room 418.', 'More soon 🙂'],
    genres: {
      restaurants: [
        '{name} is a {food} place in {area} where dinner costs about {price}, rated {rating} by its guests',
        'In {area} you find {name}. It serves {food} for {price} a head and has {rating} stars',
        '{name} ({area}, {food}): {price}, rating {rating}',
      ],
      biographies: [
        '{name} (born {born} in {place}) is a {job}',
        '{name}, a {job}, was born in {place} on {born}',
        'The {job} {name} comes from {place}; date of birth: {born}',
      ],
      buildings: [
        '{name} in {city} was completed in {year}, has {floors} floors and is {height} m high',
        '{city} is home to {name}. Finished in {year}, the building rises {height} metres over {floors} storeys',
      ],
      basketball: [
        '{player} finished with {points} points, {rebounds} rebounds and {assists} assists',
        '{player} ({points} PTS, {rebounds} REB, {assists} AST) played the whole second half',
        'Off the bench, {player} chipped in with {points} points on top of {rebounds} boards. He also had {assists} assists',
      ],
      football: [
        '{player} scored for {club} in minute {minute}',
        '{minute}’ {player} ({club})',
        '{club} went ahead through {player} after {minute} minutes',
      ],
      receipts: ['{qty} x {item} {price}', '{item}  {qty}  {price}', '{item} @ {qty} pcs ... {price}'],
      invoices: [
        'invoice {number} to {client} of {date} over {amount}',
        '{client} still owes {amount} (no. {number}, dated {date})',
        '{number} | {date} | {client} | {amount}',
      ],
      products: [
        'the {colour} {name} by {brand} weighs {weight} kg and sells for {price}',
        '{brand} {name}, {colour}, {weight} kg: now {price}',
      ],
      jobs: [
        '{company} is looking for a {job} in {place}, salary {salary} a year',
        '{job} wanted ({place}). {company} pays {salary}',
      ],
      flats: [
        '{street}: {rooms} rooms, {size} sqm, {rent} a month',
        'a {rooms} room flat at {street} with {size} m² for {rent}',
      ],
      events: ['{title} takes place on {date} at {time} in {place}', '{date}, {time}: {title} ({place})'],
      weather: [
        '{city}: high {high} °C, wind {wind} km/h, humidity {humidity}',
        'in {city} it will be {high} degrees with winds of {wind} km/h and {humidity} humidity',
      ],
      orders: [
        '{customer} ordered {qty} of the {item} on {date}',
        '{date} {customer}: {qty} x {item}',
        'please send {qty} pieces of {item} to {customer}, order of {date}',
      ],
      chat: ['{person}: {qty} {item} please 🙏', '{person}: i take {qty}x {item}', '{person} wants {qty} {item}'],
      minutes: ['{person} will do this: {task}, until {due}', '{task} ({person}, due {due})'],
      clinic: [
        '{patient}, {age} years old, was seen on {visit} and gets {dose} mg daily',
        'Pt {patient} ({age}y), visit {visit}. Dose raised to {dose} mg',
      ],
      citations: ['{author}: {title}, {year}, {pages} pp', '{author} ({year}). {title}. {pages} pages'],
      classes: ['{pupil} has an average of {mark} and missed {missed} days', '{pupil}: {mark} ({missed} absences)'],
      customs: [
        '{code} {goods}, net {weight} kg, declared value {worth}',
        'goods: {goods}; tariff no. {code}; weight: {weight} kg; value: {worth}',
      ],
      contacts: ['{name} <{email}>, phone {phone}', 'you reach {name} at {phone} or {email}'],
      sites: ['{company} (founded {founded}) is online at {url}', '{url} belongs to {company}, since {founded}'],
      bank: ['{date} {payee} {amount}', '{amount} went to {payee} on {date}'],
      trains: ['from {from} at {leaves}, arriving {arrives}', '{leaves} {from} – {arrives}'],
      elections: ['{party} won {share} of the vote ({votes} votes)', '{party}: {votes} votes, {share}'],
      stock: ['{qty} {thing} ({code}) lie in {place}', '{place}: {thing}, code {code}, {qty} pcs'],
    },
  },
]
