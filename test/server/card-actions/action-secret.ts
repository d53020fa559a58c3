/** Of tests: signs what is passed on to the operator. */
export const ACTION_SECRET = `whsec_${Buffer.alloc(32, 5).toString('base64')}`;
