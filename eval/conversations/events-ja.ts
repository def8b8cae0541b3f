// Japanese events, then in the order of their dates.
import { answer, edit, sortBy, write } from '../answer.ts'
import { type Conversation, expected } from '../conversation.ts'

export default {
  genre: 'events',
  language: 'ja',
  turns: [
    {
      says: `こども将棋大会：2027年5月3日 10時開始、北公民館
朗読の夕べ：2027年3月5日 18時30分開演、港区民ホール
夏祭り：2027年8月14日 16時から、中央公園`,
      tables: [
        expected(`催し*¦日付:date¦開始:time¦会場
こども将棋大会¦2027-05-03¦10:00:00¦北公民館
朗読の夕べ¦2027-03-05¦18:30:00¦港区民ホール
夏祭り¦2027-08-14¦16:00:00¦中央公園`),
      ],
      answer: answer(
        '予定です。',
        write(
          '催しの予定',
          `催し¦日付:date¦開始:time¦会場
こども将棋大会¦2027年5月3日¦10時¦北公民館
朗読の夕べ¦2027年3月5日¦18時30分¦港区民ホール
夏祭り¦2027年8月14日¦16時¦中央公園`,
        ),
      ),
    },
    {
      says: '日付順にしてください',
      tables: [
        expected(
          `催し*¦日付:date
朗読の夕べ¦2027-03-05
こども将棋大会¦2027-05-03
夏祭り¦2027-08-14`,
          true,
        ),
      ],
      answer: answer('並べ替えました。', edit('k1', sortBy('日付'))),
    },
  ],
} satisfies Conversation
