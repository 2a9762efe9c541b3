/** How a case was answered: not yet, at once, or after a wrong answer. */
export type CaseState = "open" | "right" | "late";

/** Cases for the question "which kind of learning is this?". The chapter's text has the same words, for those who read it without scripts. */

export const learningKinds = {
  supervised: "supervised",
  unsupervised: "unsupervised",
  selfSupervised: "self-supervised",
  reinforcement: "reinforcement",
} as const;

export type LearningKind = keyof typeof learningKinds;

export interface LearningCase {
  readonly text: string;
  /** The best answer. */
  readonly answer: LearningKind;
  /** Another one that can be defended. */
  readonly also?: LearningKind;
  /** The reply to each answer. */
  readonly feedback: Readonly<Record<LearningKind, string>>;
}

export const learningCases: readonly LearningCase[] = [
  {
    text: "Doctors have marked 20,000 photographs of moles as harmless or not. A network learns to mark new ones.",
    answer: "supervised",
    feedback: {
      supervised:
        "Every picture came with the answer that the network should give. Those marks are labels, and the doctors are the teacher.",
      unsupervised:
        "Without the doctors’ marks it would be. But each picture has one, and the network is told when it disagrees.",
      selfSupervised:
        "Then the marks would have to come from the pictures themselves. Here someone had to look at each of them.",
      reinforcement:
        "A reward says how good an answer was, not which one was right. Here the right one is known for every picture.",
    },
  },
  {
    text: "A program sorts the faces in your photographs into groups, one for each person. Nobody has told it who anyone is.",
    answer: "unsupervised",
    feedback: {
      supervised:
        "There are no names. The groups come from which faces are alike. You may name them afterwards.",
      unsupervised:
        "It finds groups in pictures that came without any answer. What a group means, you have to say.",
      selfSupervised:
        "It sets itself no task with a known answer, such as filling in what is hidden. It only groups what is alike.",
      reinforcement:
        "Nothing tells it how good its groups are, so there is no reward to learn from.",
    },
  },
  {
    text: "A program plays a video game. It sees the screen and the score, and nobody says which key would have been right.",
    answer: "reinforcement",
    feedback: {
      supervised:
        "For that someone would have to show, for each screen, the right key. There is only a score, and it often comes late.",
      unsupervised: "The score is more than nothing: it says whether what was done was good.",
      selfSupervised:
        "Guessing the next screen would be such a task, and some players learn that as well. Playing for points is not one.",
      reinforcement:
        "It acts, its acts change what it sees next, and a number tells how well it goes. It has to find out for itself which act earned the number.",
    },
  },
  {
    text: "A square is cut out of each photograph, and a network learns to fill it in. What was in the square is kept, to compare.",
    answer: "selfSupervised",
    feedback: {
      supervised:
        "Nearly: there is a right answer for every picture. But no person gave it. It was cut from the picture itself.",
      unsupervised:
        "No labels by people, true. But there is a task with a known answer in each picture, and that has a name of its own.",
      selfSupervised:
        "The picture is question and answer at once: hide a part, guess it, look. No one has to label anything.",
      reinforcement:
        "The network is shown the square itself, not a number for how good its guess was.",
    },
  },
  {
    text: "A shop has 10,000 pictures of chairs, each with its price. A network learns to suggest a price for a new chair.",
    answer: "supervised",
    feedback: {
      supervised:
        "The prices are labels. A label need not be a class: when it is a number, the task is called regression.",
      unsupervised:
        "Each picture comes with its price, and the network is told how far off it was.",
      selfSupervised: "No hidden part of the picture is the price. Someone set it.",
      reinforcement:
        "How far it is off may look like a reward. But the network is told the right price, and so in which direction it erred.",
    },
  },
  {
    text: "Each of a million pictures is squeezed into two numbers and unpacked again, as like itself as can be. Then the two numbers are used as a map.",
    answer: "unsupervised",
    also: "selfSupervised",
    feedback: {
      supervised: "What the result is compared with is the picture itself. No one has labelled it.",
      unsupervised:
        "This is an autoencoder. It finds what the pictures have in common, without a label. Since the picture serves as its own answer, some call it self-supervised.",
      selfSupervised:
        "That can be defended: the picture is its own answer. Most books put autoencoders under unsupervised, as their purpose is to find structure.",
      reinforcement:
        "It is not rewarded for what it does; it is shown, pixel by pixel, what was wanted.",
    },
  },
  {
    text: "A web page shows each visitor one of three pictures. It counts the clicks, and shows more often what is clicked more often.",
    answer: "reinforcement",
    feedback: {
      supervised:
        "No one knows beforehand which picture is right for whom. The page must try, and learns only about the picture it showed.",
      unsupervised:
        "The clicks say how well a choice did, so there is something to learn from besides the pictures.",
      selfSupervised: "A click is not a part of the picture. It comes from outside, after an act.",
      reinforcement:
        "Three acts, a reward of one click or none, and a choice between what does well and what has hardly been tried. It is called a bandit.",
    },
  },
  {
    text: "Photographs are made grey, and a network learns to colour them. The coloured ones are kept, to compare.",
    answer: "selfSupervised",
    feedback: {
      supervised:
        "It is trained in the same manner, with an answer for every input. But the answers cost nothing: the colours were there.",
      unsupervised:
        "No person labelled anything. But there is a question with a known answer, made out of the data.",
      selfSupervised:
        "Take something away, let it be guessed, compare. To colour a field or a face well, a network must know what it sees.",
      reinforcement: "It is shown the colours, not told how good its own were.",
    },
  },
  {
    text: "A network sees genuine banknotes only, and learns what they are like. Then it raises an alarm at whatever is unlike them.",
    answer: "unsupervised",
    feedback: {
      supervised:
        "For that it would need forged notes too, marked as forged. It has seen none, and will notice forgeries of a kind that nobody has met.",
      unsupervised:
        "It learns how its data are distributed, and what hardly ever occurs. All pictures are of one kind, so there is nothing to label.",
      selfSupervised:
        "It may be built with such a task inside. But what is described here is only this: learn what is usual.",
      reinforcement: "Nobody rewards an alarm or punishes a false one while it learns.",
    },
  },
  {
    text: "People see two generated pictures and click on the one they like better. A network learns to predict the clicks.",
    answer: "supervised",
    feedback: {
      supervised:
        "Each pair comes with the answer of a person. That it is a matter of taste does not change what kind of learning it is.",
      unsupervised: "The clicks are labels: one for each pair.",
      selfSupervised: "What people like does not follow from the pictures. They had to be asked.",
      reinforcement:
        "Not yet. The network predicts; it does not act. But what it has learned may become a reward: see the next case.",
    },
  },
  {
    text: "An image generator is changed, little by little, so that another network, which predicts what people like, gives its pictures higher marks.",
    answer: "reinforcement",
    feedback: {
      supervised:
        "It is never shown the right picture for a prompt. It only gets a mark for the one it made.",
      unsupervised: "The marks tell it what is wanted. Without them it would stay as it is.",
      selfSupervised:
        "The mark does not come from hiding a part of the picture, but from a model of taste.",
      reinforcement:
        "A picture is an act and the mark its reward. The reward is itself learned, and a generator may find pictures that please the marker and no one else.",
    },
  },
  {
    text: "Pictures are taken from web pages together with the text beneath them. A network learns which text belongs to which picture.",
    answer: "selfSupervised",
    also: "supervised",
    feedback: {
      supervised:
        "That can be defended: people wrote the text. But they did not write it to teach, and nobody chose what to call what. The authors of CLIP speak of supervision by natural language.",
      unsupervised:
        "It is told which text and picture belong together, and that is what it learns.",
      selfSupervised:
        "The pairs were there already, and the question is made from them: which goes with which? Many text-to-image models owe their sense of words to this.",
      reinforcement: "The right pairing is known. There is nothing to try out.",
    },
  },
];
