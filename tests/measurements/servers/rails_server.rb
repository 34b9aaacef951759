# Serves every example of Rails under its code, as described in fastapi_server.py.
require "action_controller/railtie"
require "rack/handler/puma" rescue require "rackup/handler/puma"

folder, port = ARGV

class Answers < Rails::Application
  config.eager_load = false
  config.secret_key_base = "answers"
  config.logger = Logger.new(IO::NULL)
  config.hosts.clear
  config.consider_all_requests_local = true
end
Answers.initialize!

Dir.each_child(folder) do |file|
  code = File.basename(file, ".txt")
  Object.const_set("Code#{code}Controller", Class.new(ActionController::API) { class_eval File.read(File.join(folder, file)) })
end
ACTIONS = { "get" => "show", "post" => "create", "put" => "update", "delete" => "destroy" }.freeze
Answers.routes.draw do
  Dir.each_child(folder) do |file|
    code = File.basename(file, ".txt")
    ACTIONS.each { |method, action| match "/#{code}/orders", to: "code#{code}##{action}", via: method }
  end
end
puts "Rails #{Rails.version}, Rack #{Rack.release}"
$stdout.flush
handler = defined?(Rackup) ? Rackup::Handler::Puma : Rack::Handler::Puma
handler.run(Answers, Host: "127.0.0.1", Port: port.to_i, Silent: true)
