/** The shape in which a part of the course is written down. */

/** One thing a reader can do afterwards, with the belief that it corrects. */
export interface ObjectiveText {
  readonly id: string;
  /** What is true, as one or two plain sentences. */
  readonly statement: string;
  /** What many believe instead: a distractor in predictions and a wrong solution in exercises. */
  readonly misconception: string;
  /** The objective needs a graded exercise. */
  readonly exercise?: boolean;
  /** The objective needs its Python twin as a second tab. */
  readonly python?: boolean;
}

export interface LessonText {
  /** The lesson's folder in `content/lessons/` and its address on the site. */
  readonly id: string;
  readonly title: string;
  readonly objectives: readonly ObjectiveText[];
  /** Nothing later builds on it. */
  readonly optional?: true;
}

export interface PartText {
  readonly id: string;
  readonly title: string;
  readonly lessons: readonly LessonText[];
}
