/** What the header of one kind of picture tells. */
export interface PictureFacts {
  /** As the file says; undefined where it says nothing that is read here. */
  readonly width?: number;
  readonly height?: number;
  /** Whether the file ends before the picture does. */
  readonly isCutOff?: boolean;
  /** Whatever of it will not come along as it is, in words: "16 bits a channel become 8". */
  readonly notes: readonly string[];
}
