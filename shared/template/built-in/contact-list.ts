// People and how to reach them.
import { Template } from '../template.ts'
import { column } from './column.ts'
import { shades, tint } from './looks.ts'
import { words } from './words.ts'

export const contactList = Template.parse({
  id: 'contact_list',
  name: 'Contact list',
  description: `People and how to reach them: phone numbers stay as written, e-mail addresses are checked.`,
  version: 2,
  layout: {
    columns: [
      column(
        'name',
        'Name',
        'text',
        `full name, contact, contact name, person, ansprechpartner, kontakt, nom complet, nombre completo,
        contacto, nome completo, contatto, volledige naam, ${words.name}`,
        { width: 160 },
      ),
      column(
        'first_name',
        'First name',
        'text',
        'given name, forename, vorname, prénom, nombre de pila, nome di battesimo, primeiro nome, voornaam, förnamn, fornavn, imię, 名, पहला नाम, الاسم الأول',
        { width: 160 },
      ),
      column(
        'last_name',
        'Last name',
        'text',
        `family name, surname, nachname, familienname, nom de famille, apellido, apellidos, cognome, sobrenome,
        achternaam, 姓`,
        { width: 160 },
      ),
      column(
        'email',
        'E-mail',
        'email',
        `e-mail, mail, email address, e-mail address, e-mail-adresse, mailadresse, courriel, adresse e-mail,
        correo, correo electrónico, posta elettronica, indirizzo email, メール, メールアドレス, 邮箱, 电子邮件, 이메일, ईमेल, البريد
        الإلكتروني`,
        { width: 220 },
      ),
      column(
        'phone',
        'Phone',
        'text',
        `phone number, telephone, tel, mobile, mobile phone, cell, cell phone, telefon, telefonnummer, handy,
        mobil, téléphone, tél, portable, teléfono, móvil, telefono, cellulare, telefone, celular, telefoon, 電話,
        電話番号, 电话, 手机, 전화번호, फ़ोन, الهاتف`,
        { width: 160, note: 'Kept as text, so that leading zeros and the + stay.' },
      ),
      column(
        'company',
        'Company',
        'text',
        `organization, organisation, employer, firm, account name, company name, firma, unternehmen, société,
        entreprise, empresa, compañía, azienda, società, bedrijf, 会社, 会社名, 公司, 회사, कंपनी, الشركة`,
        { width: 160 },
      ),
      column(
        'role',
        'Role',
        'text',
        `job title, position, job, occupation, funktion, rolle, stelle, fonction, poste, rôle, cargo, puesto, ruolo,
        qualifica, função, functie, stanowisko, 役職, 职位, 직책, पद, المنصب`,
        { width: 160 },
      ),
      column(
        'address',
        'Address',
        'text',
        `street, street address, postal address, mailing address, adresse, anschrift, straße, adresse postale, rue, dirección,
        calle, indirizzo, via, endereço, rua, adres, straat, adress, ulica, 住所, 地址, 주소, पता, العنوان`,
        { width: 220, wrap: 'wrap' },
      ),
      column(
        'city',
        'City',
        'text',
        'town, ort, stadt, wohnort, ville, ciudad, città, cidade, plaats, stad, miasto, 市, 都市, 城市, 도시, शहर, المدينة',
        { width: 160 },
      ),
      column(
        'website',
        'Website',
        'url',
        `web, web site, homepage, url, web address, webseite, internetseite, site web, site, página web, sitio web,
        sito web, sito, ウェブサイト, 网站, 홈페이지, वेबसाइट, الموقع الإلكتروني`,
        { width: 220 },
      ),
      column(
        'country',
        'Country',
        'text',
        'nation, land, staat, pays, país, paese, nazione, kraj, 国, 国名, 国家, 국가, देश, البلد',
        { width: 160 },
      ),
      column(
        'last_contact',
        'Last contact',
        'date',
        `last contacted, last contact date, contacted on, last touch, letzter kontakt, zuletzt kontaktiert, dernier
        contact, último contacto, ultimo contatto, último contato, laatste contact, ostatni kontakt, 最終連絡日, 最后联系, 마지막 연락, अंतिम संपर्क, آخر اتصال`,
        { width: 100 },
      ),
      column('notes', 'Notes', 'text', words.notes, { width: 280, wrap: 'wrap' }),
    ],
    frozen_rows: 1,
    frozen_columns: 1,
    filter: true,
    totals_label: null,
  },
  formatting: {
    ...shades('#137333', '#edf7ef'),
    conditional_formats: [
      tint(['last_contact'], 'AND(NOT(ISBLANK(last_contact)), last_contact < TODAY() - 180)', 'amber'),
    ],
  },
  validation_rules: [
    { column: 'email', rule: { kind: 'email', strict: false, help: 'An address such as ada@example.com.' } },
    { column: 'website', rule: { kind: 'url', strict: false } },
  ],
})
