/** Time that the test moves on; n8n's sleep and our waits keep to it. */
export function fakeTime(): void {
	jest.useFakeTimers({ now: 1_000_000 });
	jest.spyOn(AbortSignal, 'timeout').mockImplementation((ms) => {
		const controller = new AbortController();
		setTimeout(() => controller.abort(), ms);
		return controller.signal;
	});
}
