// People and how to reach them.
import { Template } from '../template.ts'
import { column } from './column.ts'

export const contactList = Template.parse({
  id: 'contact_list',
  name: 'Contact list',
  description: 'People and how to reach them: phone numbers stay as written, e-mail addresses are checked.',
  version: 1,
  layout: {
    columns: [
      column(
        'name',
        'Name',
        'text',
        `full name, contact, contact name, person, ansprechpartner, kontakt, nom, nom complet, nombre, nombre completo,
        contacto, nome, nome completo, contatto, naam, volledige naam, 氏名, 名前, 姓名`,
      ),
      column(
        'first_name',
        'First name',
        'text',
        'given name, forename, vorname, prénom, nombre de pila, nome di battesimo, voornaam, 名',
      ),
      column(
        'last_name',
        'Last name',
        'text',
        'family name, surname, nachname, familienname, nom de famille, apellido, apellidos, cognome, sobrenome, achternaam, 姓',
      ),
      column(
        'email',
        'E-mail',
        'email',
        `e-mail, mail, email address, e-mail address, e-mail-adresse, mailadresse, courriel, adresse e-mail, correo,
        correo electrónico, posta elettronica, indirizzo email, メール, メールアドレス, 邮箱`,
        { width: 220 },
      ),
      column(
        'phone',
        'Phone',
        'text',
        `phone number, telephone, tel, mobile, mobile phone, cell, cell phone, telefon, telefonnummer, handy, mobil,
        téléphone, tél, portable, teléfono, móvil, telefono, cellulare, telefone, celular, telefoon, 電話, 電話番号, 电话`,
      ),
      column(
        'company',
        'Company',
        'text',
        `organization, organisation, employer, firm, account name, company name, firma, unternehmen, société, entreprise, empresa,
        compañía, azienda, società, bedrijf, 会社, 会社名, 公司`,
      ),
      column(
        'role',
        'Role',
        'text',
        `job title, position, job, function, funktion, rolle, stelle, fonction, poste, rôle, cargo, puesto, ruolo,
        qualifica, função, functie, 役職, 职位`,
      ),
      column(
        'city',
        'City',
        'text',
        'town, ort, stadt, wohnort, ville, ciudad, città, cidade, plaats, stad, 市, 都市, 城市',
      ),
      column('country', 'Country', 'text', 'land, pays, país, paese, nazione, 国, 国家'),
      column(
        'last_contact',
        'Last contact',
        'date',
        `last contacted, last contact date, contacted on, last touch, letzter kontakt, zuletzt kontaktiert,
        dernier contact, último contacto, ultimo contatto, último contato, laatste contact, 最終連絡日`,
      ),
      column(
        'notes',
        'Notes',
        'text',
        'note, comment, comments, remark, remarks, notiz, notizen, bemerkung, bemerkungen, remarques, commentaire, notas, comentarios, commenti, observações, opmerkingen, 備考, メモ, 备注',
        { width: 280 },
      ),
    ],
    frozen_rows: 1,
    frozen_columns: 0,
    filter: true,
    totals_label: null,
  },
  formatting: {
    header: { background: '#137333', color: '#ffffff' },
    banding: { first: '#ffffff', second: '#edf7ef' },
  },
  validation_rules: [{ column: 'email', rule: { kind: 'email', strict: false } }],
})
