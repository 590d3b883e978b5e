# What others need of it.
#
# WSO2 Enterprise Service Bus 5.0.0, worker/manager pattern 2; design `esb`, load balancer `lb`.
# Written for AWS Application Load Balancer (Terraform) by wso2-design: change the design, not this file.

output "dns_name" {
  description = "Where an alias record must lead to for esb.example.com, mgt.esb.example.com."
  value       = aws_lb.this.dns_name
}

output "zone_id" {
  description = "The zone of that name, for alias records of Route 53."
  value       = aws_lb.this.zone_id
}

output "target_group_service_http" {
  description = "The target group of wso2_esb_http."
  value       = aws_lb_target_group.service_http.arn
}

output "target_group_service_https" {
  description = "The target group of wso2_esb_https."
  value       = aws_lb_target_group.service_https.arn
}

output "target_group_console" {
  description = "The target group of wso2_esb_console."
  value       = aws_lb_target_group.console.arn
}
