import type { OrderSign } from './order-sign.js';

// The one order that is tried first, in the languages it is tried in; small letters, as in PlainWords.
const setAside: readonly RegExp[] = [
  /(?:ignorier|vergiss|missacht)\p{L}{0,4}\s(?:\p{L}+\s){0,4}(?:anweisung|instruktion|befehl|vorgab)/u,
  /(?:ignore[zr]?|oubliez?|ne tenez? pas compte)\s(?:de\s)?(?:toutes|tous|les|tes|vos|ces)\s(?:\p{L}+\s){0,4}(?:instructions|consignes|directives)/u,
  /(?:ignor[ae]d?|olvid[ae]d?|descart[ae])\s(?:\p{L}+\s){0,4}(?:instrucciones|indicaciones|órdenes)/u,
  /(?:ignor[ae]|esqueç?[ca]|desconsidere)\s(?:\p{L}+\s){0,4}(?:instruções|orientações)/u,
  /(?:ignora|dimentica)\s(?:\p{L}+\s){0,4}(?:istruzioni|indicazioni)/u,
  /(?:игнориру|забуд|проигнориру)\p{L}{0,3}\s(?:\p{L}+\s){0,4}(?:инструкци|указани|команд)/u,
  /(?:ігнору|забуд)\p{L}{0,3}\s(?:\p{L}+\s){0,4}(?:інструкці|вказівк)/u,
  /(?:negeer|vergeet)\s(?:\p{L}+\s){0,4}(?:instructies|aanwijzingen)/u,
  /(?:zignoruj|ignoruj|zapomnij)\s(?:\p{L}+\s){0,4}(?:instrukcj|polece)/u,
  /(?:忽略|无视|忘记|忽視|無視)[^。！？]{0,12}(?:指令|指示|提示|说明|說明)/u,
  /(?:以前|前|上記|これまで)の[^。]{0,8}(?:指示|命令)[^。]{0,6}無視/u,
  /(?:이전|위의|앞의)[^.]{0,10}(?:지시|명령|지침)[^.]{0,8}무시/u,
  /(?:تجاهل|انس)\s(?:\p{L}+\s){0,4}(?:التعليمات|الأوامر)/u,
  /(?:önceki|yukarıdaki)\s(?:\p{L}+\s){0,3}(?:talimat|komut)\p{L}{0,8}\s(?:\p{L}+\s){0,3}(?:yok\ssay|unut|görmezden)/u,
];

const hasOtherLetters = /[^\0-\x7f]|ignor|vergiss|oubliez|olvida|dimentica|negeer|vergeet|zapomnij/u;

/** The order to set aside what was said before, in a language other than English. `text` as in PlainWords. */
export function foreignOrderSign(text: string): OrderSign | undefined {
  if (!hasOtherLetters.test(text) || !setAside.some((pattern) => pattern.test(text))) return undefined;
  return {
    severity: 'high',
    explanation: 'It tells whoever reads it, not in English, to set aside the instructions they were given.',
  };
}
