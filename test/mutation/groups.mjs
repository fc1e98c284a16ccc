/** What is mutated together, and the test files that must notice, quick ones first. */
export const groups = {
	detection: {
		mutate: ['nodes/BluDelta/detection/*.ts'],
		tests: [
			'test/unit/spread.test.ts',
			'test/detection/read.test.ts',
			'test/detection/additionalProperties.test.ts',
			'test/detection/simplified.test.ts',
			'test/detection/oddResults.test.ts',
			'test/detection/words.test.ts',
			'test/detection/messages.test.ts',
			'test/detection/options.test.ts',
			'test/detection/invoice.test.ts',
			'test/detection/document.test.ts',
		],
	},
	amounts: {
		mutate: ['nodes/BlueTape/amounts/*.ts'],
		tests: ['test/unit/amounts.test.ts', 'test/unit/amountDoubts.test.ts', 'test/properties/amounts.test.ts'],
	},
	webhook: {
		mutate: ['nodes/BlueTape/webhook/*.ts'],
		tests: [
			'test/triggers/blueTapeParts.test.ts',
			'test/triggers/blueTapeWords.test.ts',
			'test/triggers/blueTapeRepeats.test.ts',
			'test/package/interface.test.ts',
			'test/triggers/blueTapeTrigger.test.ts',
			'test/triggers/blueTapeTriggerAnswers.test.ts',
			'test/triggers/blueTapeTriggerVerify.test.ts',
			'test/triggers/blueTapeTriggerEditor.test.ts',
			'test/triggers/blueTapePromises.test.ts',
		],
	},
	shared: {
		mutate: ['nodes/shared/**/*.ts'],
		tests: ['test/unit/*.test.ts', 'test/package/interface.test.ts'],
	},
	queue: {
		mutate: ['nodes/BluDelta/queue/*.ts', 'nodes/BluDelta/trigger/*.ts'],
		tests: [
			'test/triggers/bluDelta.handedOver.test.ts',
			'test/package/interface.test.ts',
			'test/triggers/bluDeltaWords.test.ts',
			'test/triggers/bluDeltaAnswers.test.ts',
			'test/triggers/bluDeltaTrigger.test.ts',
			'test/triggers/bluDeltaTriggerPolls.test.ts',
			'test/triggers/bluDeltaTriggerSettings.test.ts',
			'test/operations/bluDelta.test.ts',
			'test/operations/bluDeltaDownload.test.ts',
			'test/operations/bluDeltaUpload.test.ts',
			'test/operations/bluDeltaToken.test.ts',
			'test/operations/bluDeltaMasterData.test.ts',
		],
	},
};
