// n8n finds nodes and credentials through the "n8n" section of package.json; nothing is exported here.
module.exports = {};
