// @ts-check
// What prospects answer: the typed part of a mail, by what it means. Plain
// office English, each meaning in several wordings, some with a second one.

/** @type {Record<string, string[]>} */
export const answers = {
  interested: [
    "thanks for the material. I went through it with the team on Monday and it sounds interesting. We lose a lot of hours on those lists every month, above all when somebody new joins, so this comes at a good moment.",
    "sorry for the delay, we had an audit in the house. I would be happy to learn more about it. My colleague who runs the warehouse should be part of the conversation too, he knows the details far better than I do.",
    "sounds good, let's talk next week. The move to the second office is planned for spring and it would help to have the lists in order before that.",
    "I read the two pages you sent. I'd love to see a demo with our own data, even a small one, because the examples on the site are all from retail and we are not.",
  ],
  question: [
    "I have read the overview. What does it cost per seat, and is there a minimum number of seats? We are about forty people in two offices, and a few of them only need to look things up.",
    "before we go on: does it work with the payroll system we have? Our people in Oslo will ask that first, and I have no answer for them yet.",
    "how long does it usually take until everything is set up? The last project of this kind took us nine months, and nobody here wants to go through that again.",
    "could you explain how the data gets in? Our lists live in three places and no two of them look alike. That is the part that worries me.",
  ],
  unclear: [
    "received, thank you. It has been a busy month over here with the new warehouse and everything that comes with it.",
    "we spoke about it in the meeting of the department this morning. The opinions were divided, as they always are.",
    "hope you had a nice weekend. I passed your document around in the office, and two people have opened it so far.",
  ],
  "no-budget": [
    "I like the idea. There is no budget for it, however: everything above the rent was cut in the summer, and I cannot see that change soon.",
    "our budget is frozen for this year, I am afraid. Nothing that costs money gets past finance at the moment, and that includes things we badly need.",
    "honestly, we simply can't afford this. The quote of a similar tool made my manager laugh, and not in a good way.",
  ],
  "has-vendor": [
    "we already use another vendor for this and the contract still runs for a while. The people here have only just learned how it works.",
    "I should have said so earlier: we are happy with our current provider. They know our processes and answer the phone.",
    "we just signed a two-year contract with another vendor, so there is nothing to decide on our side.",
  ],
  postpone: [
    "this is not a good time for us. Half of the team is tied up with the new warehouse and the other half covers for them.",
    "the timing is bad. We are in the middle of a reorganisation and nobody knows who will be responsible for what.",
    "please get back to me next year. Until then every project that is not about the warehouse waits.",
  ],
  reschedule: [
    "something came up on our side and I have to move our call. Can we reschedule it? Mornings are better than afternoons for me.",
    "I can't make it at the time we agreed. Could we find another time, maybe later in the week?",
  ],
  "not-interested": [
    "thank you for the offer. We have looked at it and we're not interested. I wish you all the best with it.",
    "no thank you. We discussed it in the team and this is not something we want to pursue.",
    "we'll pass on this one. It is a nice product, but the lists are a smaller problem for us than you think.",
  ],
  "no-fit": [
    "I tried the free version for an afternoon. This isn't a good fit for our company: we do not keep lists, we keep boxes.",
    "we are too small for a tool like this. There are six of us, and the list hangs on the wall of the kitchen.",
  ],
  "wrong-person": [
    "I am not the right person for this. I look after the buildings, and software never crosses my desk.",
    "you've got the wrong person, I am afraid. I have nothing to do with these lists and never had.",
  ],
  referral: [
    "this is not mine to decide. Please contact Ida Dahl (ida.dahl@acme.example), she runs operations and has asked for something like this before.",
    "I handed the topic over in the summer. Please reach out to Per Lund at per.lund@acme.example, he looks after these tools now.",
  ],
  unsubscribe: [
    "please stop emailing me. I have said so before and will not say it again.",
    "take me off your list, please. I get five of these a day and cannot keep up with my real mail.",
  ],
  complaint: ["I have asked you twice to leave me in peace. The next mail goes to our lawyers. This is harassment."],
};

/** What a machine answers while they are away; it ends with the date. */
export const away = "I am out of the office and will be back on ";

const ours = [
  "I saw that Acme opens a second office in spring. Teams of your size lose about a day a month on moving lists by hand, and we take that off them. Two pages with an example from a company like yours are attached. Are you interested in a short call, this week or the next?",
  "a short note after my last mail. A customer with two offices told me yesterday that the first month saved them eleven hours, most of it in the warehouse. I thought of what you wrote about the new hires. Would Tuesday or Thursday suit you for fifteen minutes?",
  "I promised to send an example of how the lists look once they are in one place. You find it below, with names changed. If somebody else looks after this on your side, I am glad about a hint and will not take more of your time.",
];

/** One mail of ours, as they quote it. @param {number} n */
export const written = (n) => `Hello Kim,\n\n${ours[n % ours.length]}\n\nKind regards\nJo Berg\nUs Inc., 12 Long Street, Bergen\n+47 55 00 00 00`;

export const signature = "Best regards,\n\nKim Olsen\nHead of Operations\nAcme AS | 4 Harbour Road | 0150 Oslo\n+47 22 00 00 00 | www.acme.example";
