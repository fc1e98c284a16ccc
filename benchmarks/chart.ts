import * as echarts from 'echarts';
import type { Result } from './result';
import { median } from './statistics';

/** One comparison of the chart: our node beside what a user would take instead, in one unit. */
interface Bar {
	/** Name of the case and unit of the reading. */
	from: [name: string, unit: string];
	title: string;
	ours: string;
	theirs: string;
}

const invoices = { ours: 'BlueTape', theirs: 'HTTP Request' };
const upload = { ours: 'BLU DELTA', theirs: 'Extract From File + HTTP Request' };
const download = { ours: 'BLU DELTA', theirs: 'HTTP Request + Convert to File' };

const bars: Bar[] = [
	{ from: ['create-50', 's'], title: '1,000 invoices\n50 ms per answer', ...invoices },
	{ from: ['create-5000', 'ms/item'], title: '5,000 invoices\ntime per item', ...invoices },
	{ from: ['upload-70', 's'], title: 'Upload of 70 MB\ntime', ...upload },
	{ from: ['upload-70', 'MB'], title: 'Upload of 70 MB\nadded memory', ...upload },
	{ from: ['download-50', 's'], title: 'Download of 50 MB\ntime', ...download },
	{ from: ['download-50', 'MB'], title: 'Download of 50 MB\nadded memory', ...download },
];

const text = (value: number, unit: string) =>
	`${value >= 100 ? value.toFixed(0) : value.toPrecision(2)} ${unit}`;

/**
 * The chart of those results that stand beside n8n's own nodes, as SVG: for each the longer bar is full, so that the
 * shorter one shows the share. Undefined when none of them was measured.
 */
export function chart(results: Result[], caption: string): string | undefined {
	const rows = bars.flatMap(({ from: [name, unit], title, ours, theirs }) => {
		const readings = results.find((result) => result.name === name)?.readings ?? [];
		const value = (side: string) => {
			const found = readings.find((each) => each.side === side && each.unit === unit);
			return found && median(found.rounds);
		};
		const [mine, other] = [value(ours), value(theirs)];
		return mine === undefined || other === undefined ? [] : [{ title, unit, mine, other }];
	});
	if (!rows.length) return undefined;
	const bar = (name: string, color: string, key: 'mine' | 'other'): echarts.BarSeriesOption => ({
		...{ type: 'bar', name, barGap: '10%', itemStyle: { color } },
		data: rows.map((row) => (row[key] / Math.max(row.mine, row.other)) * 100),
		label: {
			...{ show: true, position: 'right', color: '#666' },
			formatter: ({ dataIndex }) => text(rows[dataIndex][key], rows[dataIndex].unit),
		},
	});
	const drawing = echarts.init(null, null, {
		...{ renderer: 'svg', ssr: true, width: 760, height: 110 + rows.length * 64 },
	});
	drawing.setOption({
		animation: false,
		backgroundColor: '#fff',
		title: { text: 'Less is better', subtext: caption, textStyle: { fontSize: 15 }, left: 10, top: 5 },
		legend: { top: 10, right: 20, itemGap: 24 },
		grid: { left: 150, right: 90, top: 75, bottom: 15 },
		xAxis: { show: false, max: 100 },
		yAxis: {
			...{ type: 'category', inverse: true, data: rows.map(({ title }) => title) },
			...{ axisTick: { show: false }, axisLine: { show: false } },
		},
		series: [bar('this package', '#1769aa', 'mine'), bar("n8n's own nodes", '#b8bec6', 'other')],
	});
	const svg = drawing.renderToSVGString();
	drawing.dispose();
	return svg;
}
