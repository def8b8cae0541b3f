// Answers to a survey, one person a row, with ratings averaged.
import { Template } from '../template.ts'
import { column } from './column.ts'
import { chips, scale, shades } from './looks.ts'
import { words } from './words.ts'

export const surveyResults = Template.parse({
  id: 'survey_results',
  name: 'Survey results',
  description: `Answers one person a row: ratings averaged, and who would recommend you told from who would not.`,
  version: 1,
  layout: {
    columns: [
      column(
        'response_id',
        'Response',
        'text',
        `response id, response no, respondent id, submission id, no, id, #, antwort, antwort-nr, teilnehmer-nr,
        réponse, n° réponse, identifiant, respuesta, número de respuesta, risposta, id risposta, resposta, id da
        resposta, respons, nr odpowiedzi, 回答番号, 回答ID, 答卷编号, 编号, 응답 번호, उत्तर संख्या, رقم الرد`,
        { width: 100, unique: true, total: 'count', note: 'Tells one answer from all others.' },
      ),
      column(
        'submitted',
        'Submitted',
        'datetime',
        `timestamp, submitted at, submission date, completed at, date, response date, start time, zeitstempel,
        eingegangen, abgeschickt am, horodateur, date de réponse, envoyé le, marca temporal, fecha de respuesta,
        enviado el, informazioni cronologiche, data di invio, carimbo de data/hora, data de envio, tijdstempel,
        ingevuld op, sygnatura czasowa, タイムスタンプ, 回答日時, 提交时间, 타임스탬프, समय-मुद्रा, طابع زمني, ${words.date}`,
        { width: 160 },
      ),
      column(
        'respondent',
        'Respondent',
        'text',
        `participant, name, person, full name, user, customer, teilnehmer, befragte, befragter, kunde, participant
        interrogé, répondant, encuestado, participante, intervistato, partecipante, respondente, deelnemer,
        respondent nummer, uczestnik, 回答者, 受访者, 응답자, उत्तरदाता, المشارك, ${words.name}`,
        { width: 160 },
      ),
      column(
        'group',
        'Group',
        'text',
        `segment, department, team, cohort, audience, gruppe, abteilung, groupe, service, équipe, grupo,
        departamento, segmento, gruppo, reparto, groep, afdeling, grupa, グループ, 部署, 属性, 组别, 部门, 그룹, समूह, المجموعة`,
        { width: 160 },
      ),
      column(
        'rating',
        'Rating',
        'number',
        `satisfaction, overall rating, overall satisfaction, score, stars, csat, how satisfied are you, bewertung,
        zufriedenheit, gesamtzufriedenheit, note sur 5, satisfaction globale, évaluation, valoración,
        satisfacción, calificación, puntuación, valutazione, soddisfazione, punteggio, avaliação, satisfação, nota
        geral, beoordeling, tevredenheid, ocena, zadowolenie, 評価, 満足度, 总体评分, 满意度, 评分, 만족도, 평점, रेटिंग, संतुष्टि,
        التقييم, الرضا`,
        { align: 'center', total: 'average', number_format: '0.0', note: 'From 1 (bad) to 5 (very good).' },
      ),
      column(
        'recommend',
        'Recommend (0–10)',
        'number',
        `nps, nps score, net promoter score, likelihood to recommend, would recommend, how likely are you to
        recommend us, weiterempfehlung, weiterempfehlungsbereitschaft, recommandation, probabilité de recommander,
        recomendación, probabilidad de recomendar, raccomandazione, probabilità di raccomandare, recomendação,
        aanbeveling, polecenie, 推奨度, おすすめ度, 推荐意愿, 推荐度, 추천 의향, सिफारिश, التوصية`,
        {
          align: 'center',
          total: 'average',
          number_format: '0.0',
          width: 160,
          note: 'From 0 (not at all) to 10 (certainly).',
        },
      ),
      column(
        'promoter',
        'Promoter',
        'text',
        `nps group, nps category, nps segment, promoter type, promotor, promoteur, promotore, groupe nps, grupo
        nps, gruppo nps, nps-gruppe, nps-groep, 推奨者区分, 推荐者类型, 추천 그룹`,
        {
          formula:
            'IF(ISBLANK(recommend), "", IF(recommend >= 9, "Promoter", IF(recommend >= 7, "Passive", "Detractor")))',
          align: 'center',
          width: 100,
          note: '9 and 10: promoter. 7 and 8: passive. Up to 6: detractor.',
        },
      ),
      column(
        'liked',
        'Liked',
        'text',
        `what did you like, what went well, positives, strengths, best thing, gefallen, was hat ihnen gefallen,
        positiv, points forts, ce qui a plu, lo mejor, qué le gustó, aspetti positivi, cosa è piaciuto, pontos
        positivos, do que gostou, wat ging goed, mocne strony, 良かった点, 优点, 좋았던 점, पसंद, الإيجابيات`,
        { width: 280, wrap: 'wrap' },
      ),
      column(
        'to_improve',
        'To improve',
        'text',
        `what could be better, improvements, suggestions, what should we improve, negatives, verbesserung,
        verbesserungsvorschläge, was können wir besser machen, à améliorer, suggestions d’amélioration, a mejorar,
        sugerencias, mejoras, da migliorare, suggerimenti, a melhorar, sugestões, wat kan beter, verbeterpunten,
        do poprawy, sugestie, 改善点, 要望, 改进建议, 建议, 개선점, सुझाव, الاقتراحات`,
        { width: 280, wrap: 'wrap' },
      ),
      column(
        'comment',
        'Comment',
        'text',
        `feedback, answer, open answer, other comments, free text, rückmeldung, freitext, antwort im freitext,
        avis, retour, opinión, opinione, parere, opinião, reactie, opinia, 自由記述, ご意見, 感想, 反馈, 의견, प्रतिक्रिया,
        الرأي, notes, ${words.notes}`,
        { width: 280, wrap: 'wrap' },
      ),
      column(
        'follow_up',
        'Follow up',
        'boolean',
        `contact me, may we contact you, call back, rückruf, kontakt erwünscht, à recontacter, contactar,
        ricontattare, entrar em contato, contact gewenst, kontakt, 連絡希望, 需要回访, 연락 희망`,
        { width: 100 },
      ),
    ],
    frozen_rows: 1,
    frozen_columns: 1,
    filter: true,
    totals_label: 'Average',
    chart: { kind: 'column', title: 'Rating by group', labels: 'group', series: ['rating', 'recommend'] },
  },
  formatting: {
    ...shades('#9d174d', '#fdf3f7', '#f8dbe8'),
    conditional_formats: [
      scale(['rating'], '#f3b6cf'),
      ...chips('promoter', { Promoter: 'green', Passive: 'amber', Detractor: 'red' }),
    ],
  },
  validation_rules: [
    {
      column: 'rating',
      rule: { kind: 'number', min: 0, max: 10, strict: false, help: 'From 1 (bad) to 5 (very good).' },
    },
    { column: 'recommend', rule: { kind: 'number', min: 0, max: 10, strict: false, help: 'From 0 to 10.' } },
    { column: 'follow_up', rule: { kind: 'checkbox' } },
  ],
})
