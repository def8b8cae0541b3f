// Every conversation of the evaluation by its name.
import type { Conversation } from './conversation.ts'
import auctionLotsEn from './conversations/auction-lots-en.ts'
import bankStatementEn from './conversations/bank-statement-en.ts'
import bankStatementPt from './conversations/bank-statement-pt.ts'
import biographiesZh from './conversations/biographies-zh.ts'
import budgetTriFr from './conversations/budget-tri-fr.ts'
import chatFoodEn from './conversations/chat-food-en.ts'
import chatPizzaDe from './conversations/chat-pizza-de.ts'
import classListDe from './conversations/class-list-de.ts'
import classListEn from './conversations/class-list-en.ts'
import contactsFr from './conversations/contacts-fr.ts'
import csvFilterJa from './conversations/csv-filter-ja.ts'
import cvListEn from './conversations/cv-list-en.ts'
import deliveriesDe from './conversations/deliveries-de.ts'
import distinctCustomersEn from './conversations/distinct-customers-en.ts'
import eventsFr from './conversations/events-fr.ts'
import eventsJa from './conversations/events-ja.ts'
import expensesEs from './conversations/expenses-es.ts'
import fileAttachedEn from './conversations/file-attached-en.ts'
import flatsDe from './conversations/flats-de.ts'
import htmlTableEn from './conversations/html-table-en.ts'
import injectionMailEn from './conversations/injection-mail-en.ts'
import injectionObeyedEn from './conversations/injection-obeyed-en.ts'
import inventoryMergeEn from './conversations/inventory-merge-en.ts'
import inventoryRangeDe from './conversations/inventory-range-de.ts'
import invoicesEs from './conversations/invoices-es.ts'
import invoicesPasteDe from './conversations/invoices-paste-de.ts'
import invoicesPasteMarginEn from './conversations/invoices-paste-margin-en.ts'
import invoicesZh from './conversations/invoices-zh.ts'
import jobsPt from './conversations/jobs-pt.ts'
import jsonUsersEn from './conversations/json-users-en.ts'
import logErrorsEn from './conversations/log-errors-en.ts'
import marksHi from './conversations/marks-hi.ts'
import minutesActionsEn from './conversations/minutes-actions-en.ts'
import minutesDe from './conversations/minutes-de.ts'
import needlessTableEn from './conversations/needless-table-en.ts'
import noTablePt from './conversations/no-table-pt.ts'
import noTableSmalltalkEn from './conversations/no-table-smalltalk-en.ts'
import orderChatZh from './conversations/order-chat-zh.ts'
import orderMailCorrectionEn from './conversations/order-mail-correction-en.ts'
import orderMailDe from './conversations/order-mail-de.ts'
import orderMailEn from './conversations/order-mail-en.ts'
import orderMailFr from './conversations/order-mail-fr.ts'
import orderMailJa from './conversations/order-mail-ja.ts'
import ordersAr from './conversations/orders-ar.ts'
import ordersChatEs from './conversations/orders-chat-es.ts'
import ordersHi from './conversations/orders-hi.ts'
import ordersPt from './conversations/orders-pt.ts'
import overdueFilterEn from './conversations/overdue-filter-en.ts'
import paste500En from './conversations/paste-500-en.ts'
import phoneListEn from './conversations/phone-list-en.ts'
import playersCutEn from './conversations/players-cut-en.ts'
import pricesAr from './conversations/prices-ar.ts'
import receiptJa from './conversations/receipt-ja.ts'
import receiptOcrFr from './conversations/receipt-ocr-fr.ts'
import receiptTotalEn from './conversations/receipt-total-en.ts'
import recipeEs from './conversations/recipe-es.ts'
import recipeScaleEn from './conversations/recipe-scale-en.ts'
import respectivelyEn from './conversations/respectively-en.ts'
import salesByRegionEs from './conversations/sales-by-region-es.ts'
import salesTemplateEn from './conversations/sales-template-en.ts'
import surveyAnswersEn from './conversations/survey-answers-en.ts'
import tableFollowUpZh from './conversations/table-follow-up-zh.ts'
import tasksAr from './conversations/tasks-ar.ts'
import timetableDe from './conversations/timetable-de.ts'
import travelPlanEn from './conversations/travel-plan-en.ts'
import twoCurrenciesEn from './conversations/two-currencies-en.ts'
import unpaidOnlyEn from './conversations/unpaid-only-en.ts'
import weatherEs from './conversations/weather-es.ts'

export const conversations: Record<string, Conversation> = {
  'auction-lots-en': auctionLotsEn,
  'bank-statement-en': bankStatementEn,
  'bank-statement-pt': bankStatementPt,
  'biographies-zh': biographiesZh,
  'budget-tri-fr': budgetTriFr,
  'chat-food-en': chatFoodEn,
  'chat-pizza-de': chatPizzaDe,
  'class-list-de': classListDe,
  'class-list-en': classListEn,
  'contacts-fr': contactsFr,
  'csv-filter-ja': csvFilterJa,
  'cv-list-en': cvListEn,
  'deliveries-de': deliveriesDe,
  'distinct-customers-en': distinctCustomersEn,
  'events-fr': eventsFr,
  'events-ja': eventsJa,
  'expenses-es': expensesEs,
  'file-attached-en': fileAttachedEn,
  'flats-de': flatsDe,
  'html-table-en': htmlTableEn,
  'injection-mail-en': injectionMailEn,
  'injection-obeyed-en': injectionObeyedEn,
  'inventory-merge-en': inventoryMergeEn,
  'inventory-range-de': inventoryRangeDe,
  'invoices-es': invoicesEs,
  'invoices-paste-de': invoicesPasteDe,
  'invoices-paste-margin-en': invoicesPasteMarginEn,
  'invoices-zh': invoicesZh,
  'jobs-pt': jobsPt,
  'json-users-en': jsonUsersEn,
  'log-errors-en': logErrorsEn,
  'marks-hi': marksHi,
  'minutes-actions-en': minutesActionsEn,
  'minutes-de': minutesDe,
  'needless-table-en': needlessTableEn,
  'no-table-pt': noTablePt,
  'no-table-smalltalk-en': noTableSmalltalkEn,
  'order-chat-zh': orderChatZh,
  'order-mail-correction-en': orderMailCorrectionEn,
  'order-mail-de': orderMailDe,
  'order-mail-en': orderMailEn,
  'order-mail-fr': orderMailFr,
  'order-mail-ja': orderMailJa,
  'orders-ar': ordersAr,
  'orders-chat-es': ordersChatEs,
  'orders-hi': ordersHi,
  'orders-pt': ordersPt,
  'overdue-filter-en': overdueFilterEn,
  'paste-500-en': paste500En,
  'phone-list-en': phoneListEn,
  'players-cut-en': playersCutEn,
  'prices-ar': pricesAr,
  'receipt-ja': receiptJa,
  'receipt-ocr-fr': receiptOcrFr,
  'receipt-total-en': receiptTotalEn,
  'recipe-es': recipeEs,
  'recipe-scale-en': recipeScaleEn,
  'respectively-en': respectivelyEn,
  'sales-by-region-es': salesByRegionEs,
  'sales-template-en': salesTemplateEn,
  'survey-answers-en': surveyAnswersEn,
  'table-follow-up-zh': tableFollowUpZh,
  'tasks-ar': tasksAr,
  'timetable-de': timetableDe,
  'travel-plan-en': travelPlanEn,
  'two-currencies-en': twoCurrenciesEn,
  'unpaid-only-en': unpaidOnlyEn,
  'weather-es': weatherEs,
}
