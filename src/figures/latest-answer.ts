/**
 * Asks one question at a time: while one is under way only the newest of the others is kept, and asked next.
 * `done` is called with each question and its answer, or with the error that came instead.
 */
export function latestAnswer<Question, Answer>(
  ask: (question: Question) => Promise<Answer>,
  done: (question: Question, answer: Answer | Error) => void,
): (question: Question) => void {
  let waiting: {readonly question: Question} | undefined;
  let asking = false;
  const next = async (question: Question): Promise<void> => {
    asking = true;
    const answer = await ask(question).catch((error: unknown) => asError(error));
    asking = false;
    done(question, answer);
    if (!waiting) return;
    const {question: newest} = waiting;
    waiting = undefined;
    void next(newest);
  };
  return (question) => {
    if (asking) waiting = {question};
    else void next(question);
  };
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
