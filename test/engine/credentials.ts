import {
	ICredentialsHelper,
	type ICredentialDataDecryptedObject,
	type ICredentialType,
	type IHttpRequestHelper,
	type IDataObject,
	type IHttpRequestOptions,
	type INode,
	type Workflow,
} from 'n8n-workflow';

export type CredentialTypes = Record<string, ICredentialType>;

/** Plays n8n's credential helper: no database, but the same rules for authenticating and for renewing a token. */
export class StoredCredentials extends ICredentialsHelper {
	constructor(
		private readonly types: CredentialTypes,
		private readonly stored: Record<string, IDataObject>,
	) {
		super();
	}

	getParentTypes(): string[] {
		return [];
	}

	getCredentialsProperties(): never[] {
		return [];
	}

	isCredentialUsableByNode(): boolean {
		return true;
	}

	getOAuth2Options(): undefined {
		return undefined;
	}

	async getCredentials(): Promise<never> {
		throw new Error('Not part of the engine under test');
	}

	async getDecrypted(
		_data: unknown,
		_credentials: unknown,
		type: string,
	): Promise<ICredentialDataDecryptedObject> {
		return { ...this.stored[type] } as ICredentialDataDecryptedObject;
	}

	async updateCredentials(): Promise<void> {}

	async updateCredentialsOauthTokenData(): Promise<void> {}

	async runPreAuthentication(): Promise<undefined> {
		return undefined;
	}

	async authenticate(
		values: IDataObject,
		type: string,
		options: IHttpRequestOptions,
		workflow: Workflow,
		node: INode,
	): Promise<IHttpRequestOptions> {
		const { authenticate } = this.types[type];
		if (!authenticate) return options;
		if (typeof authenticate === 'function') return await authenticate(values as never, options);
		const { headers = {} } = authenticate.properties;
		for (const [name, expression] of Object.entries(headers)) {
			const value = workflow.expression.getSimpleParameterValue(
				node,
				expression as string,
				'internal',
				{ $credentials: values },
				undefined,
				'',
			);
			options.headers = { ...options.headers, [name]: value };
		}
		return options;
	}

	async preAuthentication(
		helpers: IHttpRequestHelper,
		values: ICredentialDataDecryptedObject,
		type: string,
		_node: INode,
		expired: boolean,
	): Promise<ICredentialDataDecryptedObject | undefined> {
		const { properties, preAuthentication } = this.types[type];
		const token = properties.find(({ typeOptions }) => typeOptions?.expirable);
		if (!token || !preAuthentication || (values[token.name] && !expired)) return undefined;
		const fresh = (await preAuthentication.call(helpers, values)) as ICredentialDataDecryptedObject;
		Object.assign(this.stored[type], fresh);
		return { ...values, ...fresh };
	}
}
