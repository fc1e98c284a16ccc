/**
 * The secret that the launcher's BlueTape Trigger asks for, as a header. Fixed, so that a notice can be sent
 * by hand, and of a form that the credential's own test accepts.
 */
export const noticeSecret = { headerName: 'X-BlueTape-Key', headerValue: 'demo-9fQ2vXw7RtLm4ZcK8pBn' };
