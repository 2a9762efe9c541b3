/** Rules about made pictures, as far as somebody has looked at a source, and on which day. No advice, and never complete. */

export interface LawRule {
  readonly jurisdiction: string;
  /** What it says, in a sentence or two. */
  readonly rule: string;
  /** Who says so: a law binds, a court decides a case, an office tells how it will act. */
  readonly kind: "law" | "court" | "office";
  /** ISO day from which it applies, or was decided or published. */
  readonly from: string;
  readonly source: {readonly title: string; readonly url: string};
  /** Whether the text itself was read, or what others report of it. */
  readonly read: "as known to the authors" | "summary by others";
  /** ISO day. */
  readonly checked: string;
}

const checked = "2026-11-29";

export const lawRules: readonly LawRule[] = [
  {
    jurisdiction: "United Kingdom",
    rule: "Of a work that a computer generates without a human author, the author is taken to be whoever made the arrangements necessary for it (section 9(3)).",
    kind: "law",
    from: "1989-08-01",
    source: {
      title: "Copyright, Designs and Patents Act 1988, section 9",
      url: "https://www.legislation.gov.uk/ukpga/1988/48/section/9",
    },
    read: "as known to the authors",
    checked,
  },
  {
    jurisdiction: "European Union",
    rule: "Works that are lawfully accessible may be copied for text and data mining, unless those who hold the rights have reserved them, online in a machine-readable way (article 4).",
    kind: "law",
    from: "2021-06-07",
    source: {
      title: "Directive (EU) 2019/790; the date is that by which states had to make it law",
      url: "https://eur-lex.europa.eu/eli/dir/2019/790/oj",
    },
    read: "as known to the authors",
    checked,
  },
  {
    jurisdiction: "United States",
    rule: "What a machine makes is protected only as far as a human determined its expression. A prompt alone does not; choosing, arranging and changing may.",
    kind: "office",
    from: "2025-01-29",
    source: {
      title:
        "U.S. Copyright Office: Copyright and Artificial Intelligence, Part 2, Copyrightability",
      url: "https://www.copyright.gov/ai/",
    },
    read: "as known to the authors",
    checked,
  },
  {
    jurisdiction: "United States",
    rule: "A picture whose only author is said to be a machine cannot be registered: the Copyright Act requires a human author. A petition to the Supreme Court followed (No. 25-449); what became of it was not found.",
    kind: "court",
    from: "2025-03-18",
    source: {
      title: "Thaler v. Perlmutter, No. 23-5233 (D.C. Cir. 2025)",
      url: "https://law.justia.com/cases/federal/appellate-courts/cadc/23-5233/23-5233-2025-03-18.html",
    },
    read: "summary by others",
    checked,
  },
  {
    jurisdiction: "European Union",
    rule: "Makers of general-purpose models keep a policy to respect copyright, reservations included, and publish a summary of what they trained on (article 53).",
    kind: "law",
    from: "2025-08-02",
    source: {
      title: "Regulation (EU) 2024/1689, the AI Act, articles 53 and 113",
      url: "https://eur-lex.europa.eu/eli/reg/2024/1689/oj",
    },
    read: "as known to the authors",
    checked,
  },
  {
    jurisdiction: "China",
    rule: "Services that generate pictures label them visibly where they may mislead, and in the file’s metadata. Platforms look for these labels. Removing them is forbidden.",
    kind: "law",
    from: "2025-09-01",
    source: {
      title: "Measures for labelling AI-generated synthetic content, as reported by SESEC",
      url: "https://sesec.eu/2025/news-events/news/china-issued-new-mandatory-national-standard-and-measures-for-the-labeling-of-content-generated-by-artificial-intelligence",
    },
    read: "summary by others",
    checked,
  },
  {
    jurisdiction: "United States",
    rule: "Platforms take down intimate pictures, made ones included, within 48 hours of a request by the person shown. To publish such pictures without consent is a crime since May 2025.",
    kind: "law",
    from: "2026-05-19",
    source: {
      title: "TAKE IT DOWN Act, Public Law 119-12",
      url: "https://www.congress.gov/bill/119th-congress/senate-bill/146",
    },
    read: "as known to the authors",
    checked,
  },
  {
    jurisdiction: "European Union",
    rule: "Makers of generative systems mark what these make in a machine-readable way; whoever publishes a deepfake says that it is one (article 50).",
    kind: "law",
    from: "2026-08-02",
    source: {
      title: "Regulation (EU) 2024/1689, the AI Act, articles 50 and 113",
      url: "https://eur-lex.europa.eu/eli/reg/2024/1689/oj",
    },
    read: "as known to the authors",
    checked,
  },
  {
    jurisdiction: "European Union",
    rule: "Systems that were on the market before 2 August 2026 have until this day for the machine-readable mark, by an amendment that the Council is reported to have approved on 29 June 2026. Look at the Official Journal before you rely on it.",
    kind: "law",
    from: "2026-12-02",
    source: {
      title: "Reports on the “Digital Omnibus”, such as Luxgap’s",
      url: "https://luxgap.com/articles/ai-act-transparence-2-aout-marquage-2-decembre-2026/?lang=en",
    },
    read: "summary by others",
    checked,
  },
];
