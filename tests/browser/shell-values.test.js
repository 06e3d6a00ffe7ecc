/** Values in words, as the card says them: one row a form. The modules are those that the browser gets. */
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { loadWords } from './words.js';

/** @typedef {import('../../www/answer.js').ValueType} ValueType */

const words = await loadWords();

/**
 * How a value is said, without what engines differ in by their age: kinds of spaces, marks of direction, the digits of Arabic, the
 * comma behind an English weekday.
 * @param {string[]} wanted
 * @param {ValueType} type
 * @param {string | undefined} value
 */
async function said(wanted, type, value) {
  await words.speak(wanted);
  return words
    .inWords({ type, ...(value !== undefined && { value }) })
    ?.replace(/\s/g, ' ')
    .replace(/[\u200E\u200F\u061C\u2068\u2069]/g, '')
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x0660))
    .replace(/^(\w+day),/, '$1');
}

/** @type {[ValueType, string | undefined, string | undefined][]} */
const ENGLISH = [
  ['date', '2016-08-26', 'Friday 26 August 2016'],
  ['date', '2016-02-30', undefined],
  ['date', '2016-02', 'February 2016'],
  ['date', '2016', '2016'],
  ['date', '201X', 'The 2010s'],
  ['date', '20XX', '2000 – 2099'],
  ['date', 'FY2015', 'Financial year 2015'],
  ['date', '2016-W33', 'Week beginning 15 August 2016'],
  ['date', '2021-W01', 'Week beginning 4 January 2021'],
  ['date', '2016-W33-WE', 'Weekend of 20 August 2016'],
  ['date', '2016-SU', 'Summer 2016'],
  ['date', '2016-Q3', 'Third quarter of 2016'],
  ['date', 'XXXX-02-29', '29 February'],
  ['date', 'PRESENT_REF', 'Now, at the time of writing'],
  ['date', 'no date', undefined],
  ['date', 'constructor', undefined],
  ['date', undefined, undefined],
  ['time', '2016-08-26T14:30', 'Friday 26 August 2016, 14:30'],
  ['time', '2016-08-26TEV', 'Friday 26 August 2016, evening'],
  ['time', '2016-08-26T24:00', 'Friday 26 August 2016, 24:00'],
  ['time', '2016-08-26T09:00-05:00', 'Friday 26 August 2016, 09:00 UTC-05:00'],
  ['time', 'T09:30', '09:30'],
  ['time', 'TMO', 'Morning'],
  ['duration', 'P4Y', '4 years'],
  ['duration', 'P1D', '1 day'],
  ['duration', 'PT48H', '48 hours'],
  ['duration', 'P2DT3H', '2 days and 3 hours'],
  ['duration', 'P5Y/P10Y', '5 – 10 years'],
  ['duration', 'P6M/P1Y', '6 months – 1 year'],
  ['duration', 'PXW', 'Some weeks'],
  ['duration', 'PXDE', 'Some decades'],
  ['duration', 'P', undefined],
  ['duration', 'P4Z', undefined],
  ['duration', 'P1Y/P', undefined],
  ['set', 'XXXX-WXX-5', 'Every Friday'],
  ['set', 'XXXX-WXX-6TNI', 'Every Saturday, night'],
  ['set', 'XXXX-XX-XXTMO', 'Every morning'],
  ['set', 'XXXX-12', 'Every December'],
  ['set', 'P1D', 'Every day'],
  ['set', 'P2W', 'Every 2 weeks'],
  ['money', 'USD 2500000', 'US$2.5 million'],
  ['money', 'EUR 3000000/4000000', '€3 million – €4 million'],
  ['money', 'USD 2512345', 'US$2,512,345'],
  ['money', 'GBP 12.5', '£12.50'],
  ['money', '12.5', undefined],
  ['percent', '12.5', '12.5%'],
  ['percent', '5/10', '5 – 10%'],
  ['percent', '-2', '-2%'],
  ['quantity', '40 km', '40 kilometres'],
  ['quantity', '1 [mi_i]', '1 mile'],
  ['quantity', '12000 [acr_us]', '12,000 acres'],
  ['quantity', '2000000/18000000 t', '2 million – 18 million tonnes'],
  ['quantity', '1 [bbl_us]', '1 barrel'],
  ['quantity', '2300000 km2', '2.3 million km²'],
  ['quantity', '53 a', '53 years'],
  ['quantity', '5 kW.h', '5 kWh'],
  ['quantity', '7', '7'],
  ['quantity', '12 [toString]', '12 [toString]'],
];

for (const [type, value, expected] of ENGLISH) {
  test(`${type} ${value ?? '(none)'} is said as ${expected ?? 'nothing'}`, async () => {
    assert.equal(await said(['en'], type, value), expected);
  });
}

const LANGUAGES = ['de', 'fr', 'es', 'ar', 'ru'];

/** In the order of the languages. @type {[ValueType, string, string, string, string, string, string][]} */
const OTHERS = [
  ['date', '2016-08-26', 'Freitag, 26. August 2016', 'Vendredi 26 août 2016', 'Viernes, 26 de agosto de 2016', 'الجمعة، 26 أغسطس 2016', 'Пятница, 26 августа 2016 г.'],
  ['date', '2016-02', 'Februar 2016', 'Février 2016', 'Febrero de 2016', 'فبراير 2016', 'Февраль 2016 г.'],
  ['date', '198X', 'Die 1980er-Jahre', 'Les années 1980', 'La década de 1980', 'عقد 1980', '1980-е годы'],
  ['date', '20XX', '2000 bis 2099', '2000 à 2099', '2000 a 2099', 'من 2000 إلى 2099', '2000 – 2099'],
  ['date', '2016-W33', 'Woche ab 15. August 2016', 'Semaine du 15 août 2016', 'Semana del 15 de agosto de 2016', 'الأسبوع الذي يبدأ في 15 أغسطس 2016', 'Неделя с 15 августа 2016 г.'],
  ['date', '2016-SU', 'Sommer 2016', 'Été 2016', 'Verano de 2016', 'صيف 2016', 'Лето 2016 года'],
  ['date', '2016-Q3', 'Drittes Quartal 2016', 'Troisième trimestre 2016', 'Tercer trimestre de 2016', 'الربع الثالث من عام 2016', 'Третий квартал 2016 года'],
  ['date', '2016-H2', 'Zweites Halbjahr 2016', 'Second semestre 2016', 'Segundo semestre de 2016', 'النصف الثاني من عام 2016', 'Второе полугодие 2016 года'],
  ['time', '2016-08-26TEV', 'Freitag, 26. August 2016, abends', 'Vendredi 26 août 2016, le soir', 'Viernes, 26 de agosto de 2016, al final de la tarde', 'الجمعة، 26 أغسطس 2016، مساءً', 'Пятница, 26 августа 2016 г., вечером'],
  ['time', 'T14:30', '14:30', '14:30', '14:30', '2:30 م', '14:30'],
  ['duration', 'P1D', '1 Tag', '1 jour', '1 día', 'يوم', '1 день'],
  ['duration', 'P2D', '2 Tage', '2 jours', '2 días', 'يومان', '2 дня'],
  ['duration', 'P5D', '5 Tage', '5 jours', '5 días', '5 أيام', '5 дней'],
  ['duration', 'P21D', '21 Tage', '21 jours', '21 días', '21 يومًا', '21 день'],
  ['duration', 'P2DT3H', '2 Tage und 3 Stunden', '2 jours et 3 heures', '2 días y 3 horas', 'يومان و3 ساعات', '2 дня и 3 часа'],
  ['duration', 'P5Y/P10Y', '5 bis 10 Jahre', '5 à 10 ans', '5 a 10 años', 'من 5 إلى 10 سنوات', '5 – 10 лет'],
  ['duration', 'PXW', 'Einige Wochen', 'Quelques semaines', 'Varias semanas', 'بضعة أسابيع', 'Несколько недель'],
  ['set', 'XXXX-WXX-5', 'Jeden Freitag', 'Chaque vendredi', 'Cada viernes', 'كل يوم جمعة', 'Каждую пятницу'],
  ['set', 'XXXX-12', 'Jeden Dezember', 'Chaque année en décembre', 'Cada año en diciembre', 'كل عام في ديسمبر', 'Каждый декабрь'],
  ['set', 'P1W', 'Jede Woche', 'Chaque semaine', 'Cada semana', 'كل أسبوع', 'Каждую неделю'],
  ['set', 'P2W', 'Alle 2 Wochen', 'Toutes les 2 semaines', 'Cada 2 semanas', 'كل أسبوعين', 'Каждые 2 недели'],
  ['set', 'P6M', 'Alle 6 Monate', 'Tous les 6 mois', 'Cada 6 meses', 'كل 6 أشهر', 'Каждые 6 месяцев'],
  ['money', 'EUR 2500000', '2,5 Millionen Euro', '2,5 millions d’euros', '2,5 millones de euros', '2.5 مليون يورو', '2,5 миллиона евро'],
  ['money', 'USD 3000000/4000000', '3 Millionen bis 4 Millionen US-Dollar', '3 millions à 4 millions de dollars des États-Unis', '3 millones a 4 millones de dólares estadounidenses', 'من 3 ملايين إلى 4 ملايين دولار أمريكي', '3 миллиона – 4 миллиона долларов США'],
  ['money', 'GBP 12.5', '12,50 Britische Pfund', '12,50 livres sterling', '12,50 libras esterlinas', '12.50 جنيه إسترليني', '12,50 британского фунта стерлингов'],
  ['percent', '5/10', '5 bis 10 %', '5 à 10 %', '5 a 10 %', 'من 5 إلى 10%', '5 – 10 %'],
  ['quantity', '2 [mi_i]', '2 Meilen', '2 miles', '2 millas', 'ميلان', '2 мили'],
  ['quantity', '2500000 [acr_us]', '2,5 Millionen Acres', '2,5 millions d’acres anglo-saxonnes', '2,5 millones de acres', '2.5 مليون فدان', '2,5 миллиона акров'],
  ['quantity', '21 [bbl_us]', '21 Barrel', '21 barils', '21 barriles', '21 برميلًا', '21 баррель'],
  ['quantity', '53 a', '53 Jahre', '53 ans', '53 años', '53 سنة', '53 года'],
  ['quantity', '50 MW', '50 MW', '50 MW', '50 MW', '50 ميغاواط', '50 МВт'],
];

for (const [type, value, ...expected] of OTHERS) {
  test(`${type} ${value} is said in each language`, async () => {
    const all = [];
    for (const language of LANGUAGES) all.push(await said([language], type, value));
    // Older data has another sign of percent for Arabic.
    assert.deepEqual(all.map((each) => each?.replace('٪', '%')), expected);
  });
}

test('dates and numbers are written as in the reader’s own region, by the Gregorian calendar', async () => {
  assert.equal(await said(['en-US'], 'date', '2016-08-26'), 'Friday August 26, 2016');
  assert.equal(await said(['en-US'], 'time', 'T14:30'), '2:30 PM');
  assert.match((await said(['de', 'de-CH'], 'quantity', '12000 kg')) ?? '', /^12[’']000 Kilogramm$/);
  assert.match((await said(['ar-SA'], 'date', '2016-08-26')) ?? '', /2016/);
});
