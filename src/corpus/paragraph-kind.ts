import type { ParagraphKind } from '../types.js';

// Boilerplate is short; a longer block that happens to begin like one is an author's prose.
const longestPromotion = 300;
const longestNotice = 600;
const longestCaption = 600;

const promotionLabel =
  /^(?:recommended(?: (?:for you|reading|articles?))?|also read|read also|read more|read next|see also|more on this(?: story| topic)?|related(?: (?:articles?|stories|story|content|posts?|topics?|links?|news|coverage|reading))?|further reading|you (?:may|might) (?:also )?(?:like|be interested in)|editor['’]?s['’]? (?:picks?|choice)|most (?:read|popular)|trending(?: now)?|watch(?: also)?|listen(?: also)?|sponsored(?: content)?|advertisement)\s*(?:$|[:：»›>|"“«[]|[-–—]\s|https?:)/iu;
const promotionRequest =
  /^(?:follow us\b|like us on\b|click here\b|read more (?:about|on|at|in|here)\b|share this (?:article|story|post|page)\b|(?:subscribe|sign up|register|join)\b.*\b(?:newsletters?|e-?mails?|inbox|updates|alerts|podcasts?|channel|telegram|twitter|facebook|instagram|youtube|our (?:community|list|team))\b|subscribe(?: now| today| here)?[.!]?$|(?:support|donate to) (?:us|our)\b|download our\b|don['’]t miss (?:our|a (?:story|post|thing))\b)/iu;

const noticeStart =
  /^(?:(?:the |all )?(?:opinions?|views?)(?:,? (?:and|or) (?:opinions?|views?))? (?:of the authors?|(?:expressed|presented|stated)(?:,? (?:here(?:in)?|above|(?:in|on) this|by (?:the |our )?(?:authors?|contributors?|columnists?))))\b.*\b(?:reflect|represent|coincide|those of|own|responsib)|(?:the )?(?:opinions?|views?)(?:,? (?:and|or) (?:opinions?|views?))? expressed are (?:solely |only |entirely )?(?:those of|the authors?['’])|(?:the|this) (?:article|column|commentary|op-ed|essay|piece|publication|content|material)\b.{0,200}\b(?:not necessarily (?:reflect|represent)|authors?['’]s? own\b)|(?:this|the) (?:article|column|commentary|op-ed|essay|piece|post|story) (?:was |is )?(?:first |originally )+(?:published|appeared|ran)\b|(?:re)?published (?:here )?with (?:the )?permission\b|(?:legal )?disclaimer\s*(?:$|[:.–—-])|(?:copyright\s*)?(?:©|\(c\))|copyright,?\s*(?:\d{4}|by\b))/iu;
const noticeEnd = /\ball rights reserved\.?\)?$/iu;

const agencies =
  'AP|AFP|EPA|UPI|DPA|TASS|Itar-Tass|Reuters|REUTERS|Xinhua|Sputnik|RIA Novosti|RIA|Getty(?: Images)?|Shutterstock|Alamy|Bloomberg';
// A credit stands at the end, as a sentence of its own or in parentheses: "He shared a photo by AP" has none.
const creditAtEnd =
  /(?:^|[.!?,”"’)|\n]\s*|[([]\s*)(?:(?:AP |File |Courtesy )?(?:Photo|Photos|PHOTO|Image|Images|IMAGE|Picture|Pictures|Credit|Photograph|Illustration|Graphic)(?: credit| courtesy)?(?: ?\/ ?| ?: ?| by | courtesy of ))(?:[^.!?\n]|\b\p{Lu}\.){1,60}(?:\.\w{2,4})?[.)\]]*$/u;
const agencyAtEnd = new RegExp(`(?:[/|]\\s?|[([](?:[^()[\\]]{0,40}[/|, ])?|\\bvia )(?:${agencies})[.)\\]]*$`, 'u');
const captionStart =
  /^(?:(?:photo|image|picture|photograph|illustration|graphic|photo caption|caption)(?: credit)?s?\s?:|pictured\s?:|(?:figure|fig\.)\s\d{1,3}[a-z]?[.:]|!\[[^\]]*\]\([^)\s]*(?:\s"[^"]*")?\)$)/iu;

/**
 * What one block is by its own words: anything but a heading, which only its neighbours or its marks can show. Careful by
 * design: in doubt a block is `body`, because evidence that is called a promotion is lost.
 *
 * @param block The block's text without white space around it.
 */
export function kindOfBlock(block: string): Exclude<ParagraphKind, 'heading'> {
  if (block.length > Math.max(longestPromotion, longestNotice, longestCaption)) return 'body';
  const words = block.replace(/^[*_>#\s([“"]+/u, '').replace(/[*_]+$/u, '');
  if (block.length <= longestPromotion && (promotionLabel.test(words) || promotionRequest.test(words)))
    return 'promotion';
  if (block.length <= longestNotice && (noticeStart.test(words) || noticeEnd.test(words))) return 'notice';
  if (captionStart.test(block) || creditAtEnd.test(block) || agencyAtEnd.test(block)) return 'caption';
  return 'body';
}
