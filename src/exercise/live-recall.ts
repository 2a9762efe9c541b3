import {element} from "../controls/element.js";
import {named} from "../lib/named.js";
import {shelf} from "../storage/shelf.js";
import {storageNotice} from "../storage/storage-notice.js";
import {recallCard} from "./recall-card.js";
import {allQuestions, type ChapterQuestion} from "./recall-files.js";
import {isDue} from "./recall-schedule.js";

const now = () => new Date();

/** The card of one question. Throws a RangeError for an unknown one. */
export async function liveQuestion(id: string): Promise<HTMLElement> {
  const questions = await allQuestions();
  const byId = Object.fromEntries(questions.map((question) => [question.id, question]));
  return recallCard(named("question", byId, id), {shelf: shelf(), now});
}

/** The questions to be answered again now, the longest waiting first. Whoever has answered none need not fetch them. */
export async function dueQuestions(): Promise<readonly ChapterQuestion[]> {
  const kept = await shelf().all("recalls");
  if (kept.size === 0) return [];
  const questions = await allQuestions();
  const answersOf = ({id}: ChapterQuestion) => kept.get(id) ?? [];
  const lastMs = (question: ChapterQuestion) => Date.parse(answersOf(question).at(-1)?.at ?? "");
  return questions
    .filter((question) => isDue(answersOf(question), now().getTime()))
    .toSorted((a, b) => lastMs(a) - lastMs(b));
}

/** Fills `place` with due questions, or leaves it empty. */
export async function dueReview(place: HTMLElement, most: number): Promise<void> {
  const due = (await dueQuestions()).slice(0, most);
  if (due.length === 0) return;
  place.replaceChildren(
    element("h3", {}, "From before"),
    element("p", {}, "You have answered these some days ago. What do you remember?"),
    storageNotice(shelf(), now),
    ...due.map((question) => recallCard(question, {shelf: shelf(), now})),
  );
}
