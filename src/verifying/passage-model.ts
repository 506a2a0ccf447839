// Written by scripts/calibrate-support.ts; do not edit. Data: the tuned half of golden/claims.jsonl, and pairs of SummEdits
// (Laban et al., arXiv 2305.14540; Apache-2.0), ExpertQA (Malaviya et al., arXiv 2309.07852; MIT) and SciFact (Wadden et
// al., arXiv 2004.14974; CC BY 4.0). Figures of the run that wrote it:
// - summedits-other: 3362 claims; groups left out: AUROC 0.659, balanced accuracy 0.629 at 0.5, 0.634 at best; set left out: AUROC 0.635, balanced accuracy 0.603 at 0.5, 0.608 at best
// - expertqa: 1003 claims; groups left out: AUROC 0.609, balanced accuracy 0.594 at 0.5, 0.605 at best; set left out: AUROC 0.600, balanced accuracy 0.591 at 0.5, 0.599 at best
// - scifact: 322 claims; groups left out: AUROC 0.813, balanced accuracy 0.753 at 0.5, 0.765 at best; set left out: AUROC 0.804, balanced accuracy 0.737 at 0.5, 0.756 at best
// - golden, tuning: 180 claims; groups left out: AUROC 0.867, balanced accuracy 0.732 at 0.5, 0.802 at best; set left out: AUROC 0.815, balanced accuracy 0.707 at 0.5, 0.745 at best
import type { SupportModel } from './support-score.js';

/** Of the direction in which the words lie that the passage lacks, in thousandths: one a dimension of the encoder. */
// biome-ignore format: one number a line would be long.
const strangeWords: readonly number[] = [
  -552, -316, -37, 67, 548, 8, 112, -48, -255, -68, -337, -88, 109, 123, 292, -296, -271, -7, -75, -66,
  423, 194, 143, -78, -26, -222, -79, 370, 431, -68, -170, -172, -404, -12, -100, 659, 551, 35, 218, -82,
  -97, -28, 155, -140, 268, -80, 128, 398, -526, 50, -591, 316, 97, -105, -62, 242, 691, 130, 473, -16,
  -429, -251, 211, -2, -18, -73, -25, 622, -433, 244, 532, -104, -197, -382, 202, -122, -316, -180, -262, -543,
  25, -157, -1, 2, -498, 745, -570, 418, 101, -97, -167, -252, 89, -80, -5, -10, 5, -132, 371, 110,
  -459, -131, -18, -189, -348, 96, -671, 263, -172, 343, -97, -136, 51, 324, -115, -11, 107, 122, 215, -49,
  133, 12, -263, 228, 70, 141, 98, -70, 212, 30, 195, 216, 418, 97, 449, -172, 127, -260, -198, 8,
  428, 179, -18, 152, -249, -76, -235, 222, 367, -34, -434, -517, 940, 279, 358, -41, -231, 57, 64, 189,
  -151, 700, -431, 36, -46, -93, 360, 66, 137, 35, -43, -33, -322, 161, 227, 254, -122, -249, 232, 334,
  201, -400, 236, -199, -164, 18, -98, 5, 14, -495, 102, 75, 120, 413, -207, 258, -329, 101, -134, -292,
  -691, -116, -87, -203, 96, -99, 449, -155, -308, -547, -363, -325, 172, -232, 88, 83, -292, -72, -116, 103,
  41, 32, 218, -18, 33, -109, -49, -132, -302, -5, 103, -96, -304, 48, -427, -62, -216, 396, -352, -483,
  211, -100, -28, -141, 217, -403, 29, -71, -26, -87, -283, -410, 133, -81, -382, -862, -149, -168, -143, 285,
  452, -157, -90, 135, 92, 270, 126, -51, -110, 272, 49, 361, 263, -540, 377, 366, 334, -98, -102, 270,
  376, -137, 144, -78, -166, -253, 328, 439, 92, -567, 177, -687, 59, 636, 208, -237, 187, 258, -130, 73,
  73, -196, 25, -182, 103, 446, 232, -220, -144, 134, -204, 192, 40, -396, 392, 31, -535, -143, -45, -68,
  268, -441, 421, -311, 329, -17, -222, 20, -115, -100, 419, 40, 325, -174, 86, 384, 71, -334, -538, 637,
  130, 71, -123, 156, -25, 33, -40, 50, -25, 57, -276, 31, 100, 69, 150, -41, 29, -342, -716, -179,
  67, -83, -401, 139, 207, -52, -314, 87, 216, 130, -7, 214, -49, 47, 350, 315, -176, 278, 83, 402,
  -111, 265, 185, 216,
];

export const shippedPassageModel: SupportModel = {
  weights: [
    -1.3247, // missMean
    -3.5898, // missSquares
    -1.0399, // missLow
    -1.1057, // missMost
    -1.0862, // missMost3
    -1.0996, // missRare
    -0.8124, // heaviest
    -1.9167, // missLight
    -1.4511, // weakestPart
    -0.94778, // shiftMean
    -0.36531, // shiftMost3
    -6.0255, // denyMiss
    -0.71607, // denyNew
    -0.20714, // oppositeNew
    -0.87565, // nameNew
    -2.2479, // nameMiss
    -0.24015, // figureNew
    -0.25919, // figureMiss
    -0.62905, // unmetMean
    -0.17128, // unmetMost
    -0.21428, // apart
    0.27164, // whole
    2.2039, // similarity
    1.8284, // similarityNext
    -0.10592, // finding.number
    -0.21874, // finding.date
    -0.11344, // finding.name
    -0.2156, // finding.polarity
    -0.40147, // finding.opposite
    0.17608, // finding.order
    -0.16628, // finding.mood
    -0.37599, // finding.report
    -0.5218, // finding.guess
    0.037213, // finding.condition
    ...strangeWords.map((weight) => weight / 1000),
  ],
  bias: -1.5515,
  threshold: 0.5,
  encoderHash: '21bb68411c6e1ba95ddf83228293808be01ba9747b27f28b4160b53cff16e9b7',
};
