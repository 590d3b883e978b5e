# What others need of it.
#
# WSO2 API Manager 3.2.0, distributed components; design `apim`, load balancer `lb`.
# Written for AWS Application Load Balancer (Terraform) by wso2-design: change the design, not this file.

output "dns_name" {
  description = "Where an alias record must lead to for api.example.com, ws.api.example.com, key-manager.api.example.com, traffic-manager.api.example.com, publisher.api.example.com, dev-portal.api.example.com, gateway.api.example.com, mgt.api.example.com."
  value       = aws_lb.this.dns_name
}

output "zone_id" {
  description = "The zone of that name, for alias records of Route 53."
  value       = aws_lb.this.zone_id
}

output "target_group_service_http" {
  description = "The target group of wso2_apim_http."
  value       = aws_lb_target_group.service_http.arn
}

output "target_group_service_https" {
  description = "The target group of wso2_apim_https."
  value       = aws_lb_target_group.service_https.arn
}

output "target_group_web_socket" {
  description = "The target group of wso2_apim_web_socket."
  value       = aws_lb_target_group.web_socket.arn
}

output "target_group_key_manager" {
  description = "The target group of wso2_apim_key_manager."
  value       = aws_lb_target_group.key_manager.arn
}

output "target_group_traffic_manager" {
  description = "The target group of wso2_apim_traffic_manager."
  value       = aws_lb_target_group.traffic_manager.arn
}

output "target_group_publisher" {
  description = "The target group of wso2_apim_publisher."
  value       = aws_lb_target_group.publisher.arn
}

output "target_group_dev_portal" {
  description = "The target group of wso2_apim_dev_portal."
  value       = aws_lb_target_group.dev_portal.arn
}

output "target_group_gateway" {
  description = "The target group of wso2_apim_gateway."
  value       = aws_lb_target_group.gateway.arn
}

output "target_group_console" {
  description = "The target group of wso2_apim_console."
  value       = aws_lb_target_group.console.arn
}
