import { syllable } from "syllable";
import { describe, expect, it } from "vitest";
import { accessWords } from "~/text/access";
import { alertMails } from "~/text/alert-mail";
import { weekWords } from "~/text/access-week";
import { answerWords } from "~/text/answer";
import { askKindWords } from "~/text/ask-kinds";
import { askMails } from "~/text/ask-mail";
import { askOffersWords } from "~/text/ask-offers";
import { askPageWords } from "~/text/ask-page";
import { askFormWords } from "~/text/ask-form";
import { boardWords } from "~/text/board-words";
import { callsWords } from "~/text/calls";
import { cautionWords } from "~/text/caution";
import { shortCautionWords } from "~/text/caution-short";
import { contactWords } from "~/text/contact";
import { countWords } from "~/text/count";
import { deskWords } from "~/text/desk";
import { doorWords } from "~/text/door";
import { drivesWords } from "~/text/drives";
import { fitWords } from "~/text/fit";
import { fundWords } from "~/text/fund";
import { formWords } from "~/text/form";
import { groupWords } from "~/text/group";
import { groupInvitationMail } from "~/text/group-invitation-mail";
import { groupMatchWords } from "~/text/group-match";
import { groupPeopleWords } from "~/text/group-people";
import { groupsWords } from "~/text/groups";
import { helpedWords } from "~/text/helped";
import { hostMatchWords } from "~/text/host-match";
import { homeSearchWords } from "~/text/home-search";
import { holdWords } from "~/text/hold";
import { DECLINE_REASONS } from "~/text/decline-reasons";
import { inboxWords } from "~/text/inbox";
import { afterWords } from "~/text/inbox-after";
import { phoneWords } from "~/text/inbox-phone";
import { journeyWords } from "~/text/journey";
import { LANGUAGES, type Language } from "~/text/language";
import { liveWords } from "~/text/live";
import { logWords } from "~/text/log";
import { membersWords } from "~/text/members";
import { noteTexts } from "~/text/note";
import { offersWords } from "~/text/offers";
import { openingWords } from "~/text/opening";
import { payForwardWords } from "~/text/pay-forward";
import { ownGroupsWords } from "~/text/own-groups";
import { ownAskWords } from "~/text/own-ask";
import { ownHoldWords } from "~/text/own-hold";
import { ownLongerWords } from "~/text/own-longer";
import { ownMatchWords } from "~/text/own-match";
import { ownStayWords } from "~/text/own-stay";
import { pageWords } from "~/text/page";
import { placeWords } from "~/text/place";
import { proposalWords } from "~/text/proposal";
import { reminderWords } from "~/text/reminder";
import { rideWords } from "~/text/ride";
import { roomTexts } from "~/text/room";
import { roomAlertWords } from "~/text/room-alert";
import { roomAreaWords } from "~/text/room-area";
import { roomMails } from "~/text/room-mail";
import { SAMPLE_SOURCES } from "~/text/sample-sources";
import { signUpMail } from "~/text/sign-up-mail";
import { groupMails } from "~/text/group-mail";
import { staffWords } from "~/text/staff";
import { stayMoneyWords } from "~/text/stay-money";
import { stayPageWords } from "~/text/stay-page";
import { staysWords } from "~/text/stays";
import { stepWords } from "~/text/step-words";
import { suggestionWords } from "~/text/suggestion";
import { tabletWords } from "~/text/tablet";
import { vettingTexts } from "~/text/vetting";
import { vettingRefused } from "~/text/vetting-refused";
import { weatherWords } from "~/text/weather";

const REMINDED = { name: "Ana", place: "Hope House", hour: "8 am", board: null, settings: null };
const ON_CALL = { name: "Rosa", group: "WyCo Mutual Aid", desk: null };
const OPENING = { words: "", page: null };
const OFFERED = { ...OPENING, place: "Hope House", what: "1", until: "6 pm", fit: "", address: "" };

const OF_GROUP = { name: "Ana", group: "Neighbors", page: null };
const INVITED = { name: "Ana", by: "Rosa", group: "Neighbors", address: "" };
const invited = (role: "member" | "coordinator", language: Language) =>
  groupInvitationMail({ ...INVITED, role }, language).text.split("- - -")[0]!;

/** What mails say around the words and addresses in them. */
const MAILS: ((language: Language) => string)[] = [
  (language) => alertMails[language].confirm(OPENING).text,
  (language) => alertMails[language].offer(OFFERED).text,
  (language) => alertMails[language].held(OFFERED).text,
  (language) => alertMails[language].gone("Hope House", OPENING).text,
  (language) => alertMails[language].ended(true, OPENING).text,
  (language) => alertMails[language].ended(false, OPENING).text,
  (language) => reminderWords[language].soon(REMINDED).text,
  (language) => reminderWords[language].now(REMINDED).text,
  (language) => askMails[language].new(ON_CALL).text,
  (language) => askMails[language].risen(ON_CALL).text,
  (language) =>
    Object.values(groupMails[language])
      .map((mail) => mail(OF_GROUP).text)
      .join("\n"),
  (language) =>
    Object.values(roomMails[language])
      .map((mail) => mail(OF_GROUP).text)
      .join("\n"),
  (language) => signUpMail("123456", language).text,
  (language) => invited("member", language),
  (language) => invited("coordinator", language),
];

const ALL = {
  accessWords,
  weekWords,
  answerWords,
  askKindWords,
  askOffersWords,
  askPageWords,
  askFormWords,
  boardWords,
  callsWords,
  cautionWords,
  contactWords,
  countWords,
  deskWords,
  doorWords,
  drivesWords,
  fitWords,
  formWords,
  fundWords,
  groupWords,
  groupMatchWords,
  groupPeopleWords,
  groupsWords,
  helpedWords,
  hostMatchWords,
  holdWords,
  homeSearchWords,
  inboxWords,
  afterWords,
  phoneWords,
  journeyWords,
  liveWords,
  logWords,
  membersWords,
  noteTexts,
  openingWords,
  offersWords,
  payForwardWords,
  rideWords,
  ownGroupsWords,
  ownAskWords,
  ownHoldWords,
  ownLongerWords,
  ownMatchWords,
  ownStayWords,
  pageWords,
  placeWords,
  proposalWords,
  reminderWords,
  roomAlertWords,
  roomAreaWords,
  roomTexts,
  shortCautionWords,
  staffWords,
  stayMoneyWords,
  stayPageWords,
  staysWords,
  stepWords,
  suggestionWords,
  tabletWords,
  vettingRefused,
  vettingTexts,
  weatherWords,
  alertMails: { en: MAILS.map((say) => say("en")), es: MAILS.map((say) => say("es")) },
  declineReasons: {
    en: Object.values(DECLINE_REASONS).map(({ en }) => en),
    es: Object.values(DECLINE_REASONS).map(({ es }) => es),
  },
  sampleSources: {
    en: Object.values(SAMPLE_SOURCES).map(({ en }) => en),
    es: Object.values(SAMPLE_SOURCES).map(({ es }) => es),
  },
};

/** Every string of a tree of words; what a function says with numbers and names left out is said with "x". */
function stringsIn(words: unknown): string[] {
  if (typeof words === "string") return [words];
  if (typeof words === "function") return stringsIn(tryToSay(words as (...args: unknown[]) => unknown));
  if (Array.isArray(words)) return words.flatMap(stringsIn);
  return typeof words === "object" && words !== null ? Object.values(words).flatMap(stringsIn) : [];
}

const PARTY = { adults: 2, childAges: [6], pets: [], wheelchair: false, together: false };

// A few take a party or an object instead of words and numbers.
function tryToSay(say: (...args: unknown[]) => unknown): unknown {
  for (const args of [[PARTY], [{ kind: "some" }, ["bed", "beds"]], [3, 3, 3], ["6 pm", "6 pm", "6 pm"]]) {
    try {
      const said = say(...args);
      if (typeof said === "string" && !/undefined|\[object/.test(said)) return said;
    } catch {
      continue;
    }
  }
  return "";
}

const sentencesOf = (language: Language) =>
  Object.values(ALL)
    .flatMap((words) => stringsIn(words[language]))
    .filter((text) => /\p{L}{2}.* .*\p{L}{2}/u.test(text));

const wordsOf = (text: string) => text.match(/[\p{L}']+/gu) ?? [];
const sentenceCount = (text: string) =>
  Math.max(1, text.split(/[.!?:]+(?:\s|$)/).filter((part) => /\p{L}/u.test(part)).length);

/** Flesch-Kincaid grade level (Kincaid et al. 1975). */
function grade(text: string): number {
  const words = wordsOf(text);
  const syllables = words.reduce((sum, word) => sum + syllable(word), 0);
  return 0.39 * (words.length / sentenceCount(text)) + 11.8 * (syllables / words.length) - 15.59;
}

/** Fernandez Huerta's ease of Spanish, 0 to 100; 70 and more is what people of a sixth grade read. */
function ease(text: string): number {
  const words = wordsOf(text);
  const syllables = words.reduce((sum, word) => sum + (word.match(/[aeiouáéíóúü]+/gi) ?? [""]).length, 0);
  return 206.84 - 60 * (syllables / words.length) - 1.02 * (words.length / sentenceCount(text));
}

const FORBIDDEN = {
  en: /\b(invalid|failed|denied|eligible|capacity|intake|client|the homeless|please wait|error)\b/i,
  es: /\b(inválid[oa]|fall[óo] (la|el)|denegad[oa]|elegible|capacidad|cliente|los sin techo|error)\b/i,
};

describe("what people read", () => {
  it("is of grade 6 or below in English, taken together, and no sentence is above grade 10", () => {
    const all = sentencesOf("en");
    expect(all.length).toBeGreaterThan(150);
    expect(grade(all.map((text) => text.replace(/[.!?]?$/, ".")).join(" "))).toBeLessThanOrEqual(6);
    expect(all.filter((text) => wordsOf(text).length > 7 && grade(text) > 10)).toEqual([]);
  });

  it("is of the same ease in Spanish", () => {
    const all = sentencesOf("es");
    expect(ease(all.map((text) => text.replace(/[.!?]?$/, ".")).join(" "))).toBeGreaterThanOrEqual(70);
  });

  it.each(LANGUAGES)("uses no word that shuts a door in %s", (language) => {
    expect(sentencesOf(language).filter((text) => FORBIDDEN[language].test(text))).toEqual([]);
  });

  it("says in Spanish whatever it says in English", () => {
    expect(sentencesOf("es").length).toBeGreaterThanOrEqual(sentencesOf("en").length * 0.95);
    const same = sentencesOf("es").filter(
      (text) => wordsOf(text).length > 3 && sentencesOf("en").includes(text),
    );
    expect(same).toEqual([]);
  });
});
