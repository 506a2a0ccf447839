import type { OrderSign } from './order-sign.js';

const controlToken =
  /<\|(?:im_start|im_end|im_sep|system|user|assistant|end|endoftext|eot_id|start_header_id|end_header_id|begin_of_text)\|>|\[\/?INST\]|<<\/?SYS>>|<(?:start|end)_of_turn>/iu;
const roleTag =
  /<\/?(?:system|system[-_]prompt|system[-_]?instructions?|instructions?|user_query|assistant|tool_result|function_results)>/iu;
const roleHeading =
  /^(?:[#*=>\s-]{0,8})(?:(?:begin|end|start)\s{1,4}(?:of\s{1,4})?)?(?:system\s{0,4}(?:prompt|message|instructions?|override|note)|new\s{1,4}system\s{1,4}prompt|###\s{0,4}instructions?)\s{0,4}[:\]=#*-]/iu;
const roleLine = /^[\s"'{[(*#>]{0,6}(?:system|assistant)\s{0,3}:(?=\s{0,4}\S)/iu;

/** Marks by which chat models tell turns apart: nobody writes them for a reader, save in a text about models. */
export function roleMarkerSign(text: string): OrderSign | undefined {
  const found = controlToken.exec(text);
  if (found !== null)
    return {
      severity: 'high',
      explanation: `It has a mark that begins or ends a turn in the format of a chat model (${found[0]}).`,
    };
  if (roleHeading.test(text))
    return { severity: 'high', explanation: 'It presents itself as the system prompt of a model.' };
  const tag = roleTag.exec(text);
  if (tag !== null)
    return { severity: 'medium', explanation: `It has a tag by which orders are told from data (${tag[0]}).` };
  if (roleLine.test(text))
    return { severity: 'low', explanation: 'It is marked as a turn of the system or of an assistant.' };
  return undefined;
}
