/**
 * The contrastive loss of pairs (InfoNCE: van den Oord et al., 2018, eq. 4; both ways as in Radford et al., 2021, figure 3). Of B pictures
 * and their B captions each picture is to find its caption and each caption its picture:
 *
 *     s_ij = scale · p_i · t_j,    L = (mean of -log softmax_j(s_ij) at j = i  +  mean of -log softmax_i(s_ij) at i = j) / 2
 *
 * Who knows nothing has ln B. p and t are [B, D] with rows of length 1, scale [] is one over the temperature.
 */
import {softmaxCrossEntropy} from "../kernels/losses/softmax-cross-entropy.js";
import * as tf from "../tf.js";

export function contrastiveLoss(p: tf.Tensor2D, t: tf.Tensor2D, scale: tf.Scalar): tf.Scalar {
  const logits = tf.mul(scale, tf.matMul(p, t, false, true)) as tf.Tensor2D;
  const partners = tf.eye(p.shape[0]);
  const ofPictures = softmaxCrossEntropy(partners, logits);
  const ofCaptions = softmaxCrossEntropy(partners, tf.transpose(logits));
  return tf.div(tf.add(ofPictures, ofCaptions), 2);
}
