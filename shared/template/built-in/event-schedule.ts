// What happens when and where.
import { Template } from '../template.ts'
import { column } from './column.ts'
import { chips, faded, shades, tint } from './looks.ts'
import { words } from './words.ts'

export const eventSchedule = Template.parse({
  id: 'event_schedule',
  name: 'Event schedule',
  description: 'What happens when and where, in order: works out how long it takes and marks today.',
  version: 1,
  layout: {
    columns: [
      column(
        'date',
        'Date',
        'date',
        `day, event date, when, tag, wann, jour, quand, cuándo, giorno, quando, dag, dzień, 開催日, 日程, 活动日期, 행사일,
        ${words.date}`,
        { width: 100 },
      ),
      column(
        'start_time',
        'Start',
        'time',
        `start time, starts, time, from, begin, begins, beginn, uhrzeit, zeit, von, start um, heure, heure de
        début, début, de, hora, hora de inicio, inicio, desde, ora, ora inizio, inizio, dalle, horário, início,
        das, hora de início, tijd, begintijd, starttijd, aanvang, van, godzina, początek, 開始, 開始時刻, 時間, 开始时间, 时间,
        시작, 시작 시간, समय, प्रारंभ समय, الوقت, وقت البدء`,
        { width: 80, align: 'center' },
      ),
      column(
        'end_time',
        'End',
        'time',
        `end time, ends, until, to, ende, bis, endzeit, heure de fin, fin, à, hora de fin, fin a las, hasta, ora
        fine, fine, alle, término, fim, até, hora de término, eindtijd, einde, tot, koniec, do, 終了, 終了時刻, 结束时间,
        종료, 종료 시간, समाप्ति समय, وقت الانتهاء`,
        { width: 80, align: 'center' },
      ),
      column(
        'duration',
        'Duration',
        'time',
        `length, how long, dauer, durée, duración, durata, duração, duur, czas trwania, 所要時間, 时长, 소요 시간, अवधि,
        المدة`,
        {
          formula: 'IF(OR(ISBLANK(start_time), ISBLANK(end_time)), "", MOD(end_time - start_time, 1))',
          number_format: '[h]:mm',
          width: 100,
          align: 'center',
          note: 'From start to end, also past midnight.',
        },
      ),
      column(
        'event',
        'Event',
        'text',
        `title, session, name, activity, programme item, program, what, talk, class, appointment, veranstaltung,
        titel, programmpunkt, vortrag, termin, was, événement, titre, activité, séance, intervention, evento,
        título, actividad, sesión, charla, titolo, attività, sessione, atividade, sessão, palestra, programação,
        evenement, activiteit, sessie, programmaonderdeel, wydarzenie, tytuł, イベント, イベント名, 内容, プログラム, 演題, 活动,
        活动名称, 议程, 행사, 행사명, 프로그램, कार्यक्रम, الحدث, الفعالية`,
        { width: 280, wrap: 'wrap', required: true },
      ),
      column(
        'location',
        'Location',
        'text',
        `room, hall, address, where, raum, saal, wo, adresse, veranstaltungsort, salle, où, dirección, sala, dónde,
        indirizzo, dove, endereço, onde, zaal, ruimte, waar, 会場, 部屋, 会场, 会议室, 장소 및 회의실, ${words.location}`,
        { width: 160 },
      ),
      column(
        'host',
        'Speaker',
        'text',
        `host, speakers, presenter, organizer, organiser, led by, instructor, referent, redner, veranstalter,
        leitung, vortragender, intervenant, orateur, animateur, organisateur, ponente, orador, organizador,
        presentador, relatore, organizzatore, palestrante, spreker, organisator, prelegent, 講演者, 登壇者, 主催, 演讲人,
        主讲人, 主持人, 연사, 발표자, वक्ता, المتحدث, المنظم`,
        { width: 160 },
      ),
      column(
        'attendees',
        'Attendees',
        'number',
        `participants, guests, seats, capacity, headcount, teilnehmer, gäste, plätze, kapazität, participants
        attendus, invités, places, asistentes, participantes, aforo, plazas, partecipanti, posti, invitati,
        convidados, vagas, deelnemers, gasten, plaatsen, uczestnicy, 参加者数, 定員, 人数, 参加人数, 참석자, 인원, प्रतिभागी,
        الحضور`,
        { number_format: '0', width: 100 },
      ),
      column('status', 'Status', 'text', words.status, { width: 100, align: 'center' }),
      column(
        'link',
        'Link',
        'url',
        `url, website, registration, tickets, web page, meeting link, anmeldung, webseite, lien, inscription,
        enlace, inscripción, sito, iscrizione, inscrição, aanmelden, リンク, 申込, 链接, 링크, लिंक, الرابط`,
        { width: 160 },
      ),
      column(
        'notes',
        'Notes',
        'text',
        `details, description, ${words.notes}, beschreibung, descripción, descrizione, descrição, omschrijving`,
        { width: 280, wrap: 'wrap' },
      ),
    ],
    frozen_rows: 1,
    frozen_columns: 0,
    filter: true,
    totals_label: null,
    sort: [{ column: 'date' }, { column: 'start_time' }],
  },
  formatting: {
    ...shades('#7a4a06', '#fdf7ea'),
    conditional_formats: [
      faded('status = "Cancelled"', true),
      faded('AND(NOT(ISBLANK(date)), date < TODAY())'),
      tint(['date'], 'date = TODAY()', 'amber', { bold: true }),
      ...chips('status', { Planned: 'grey', Confirmed: 'green', Tentative: 'amber', Cancelled: 'red' }),
    ],
  },
  validation_rules: [
    {
      column: 'status',
      rule: { kind: 'list', values: ['Planned', 'Confirmed', 'Tentative', 'Cancelled'], strict: false },
    },
    { column: 'attendees', rule: { kind: 'number', min: 0, strict: false } },
    { column: 'link', rule: { kind: 'url', strict: false } },
  ],
})
